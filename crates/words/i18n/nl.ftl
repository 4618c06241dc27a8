### De zinnen van policyc in het Nederlands.
### Waar `{ $... }` voor staat, is in elke taal hetzelfde.

## Woorden van meldingen

error = fout
warning = waarschuwing
note = toelichting
help = advies
at-pointer = in de feiten, bij `{ $pointer }`
list-and = en
list-or = of

role-first = de eerste
role-declared = hier gedeclareerd
role-candidate = dit is er een van
role-through = via dit

## Wat verwacht werd

token-a-text-in-quotes = een tekst tussen aanhalingstekens
token-a-date = een datum
token-a-name = een naam
token-a-letter-or-number = een letter of cijfer
token-a-name-with-a-capital = een naam met een hoofdletter
token-a-type = een type
token-a-currency = een munteenheid
token-a-number = een getal
token-the-number-of-an-article = het nummer van een artikel
token-the-number-of-an-annex = het nummer van een bijlage
token-a-bracket = een haakje
token-a-unit-of-time = een tijdseenheid
token-a-citation = een verwijzing
token-a-provision-or-a-name = een bepaling of een naam
token-a-recital = een overweging
token-a-kind-of-conduct = een soort gedraging
token-an-expression = een uitdrukking
token-a-set = een verzameling
token-a-branch = een tak
token-an-operator = een operator
token-a-limit-in-time = een termijn
token-a-point = een punt met een letter
token-a-field = een veld
token-the-next-clause = de volgende clausule
token-a-time-limit = een termijn
token-this-must = deze `must`
token-an-element = een bestanddeel
token-an-obligation-as-a-whole = een verplichting als geheel
token-a-definition = een definitie
token-a-rule-as-a-whole = een regel als geheel
token-a-fact-of-the-system = een feit van het systeem
token-what-is-not-an-earliest-of = iets anders dan een `earliest of`

## Wat een naam benoemt

kind-source = bron
    .a = een bron
    .the = de bron
kind-fact = feit
    .a = een feit
    .the = het feit
kind-field = veld
    .a = een veld
    .the = het veld
kind-type = type
    .a = een type
    .the = het type
kind-member = waarde
    .a = een waarde uit een opsomming
    .the = de waarde
kind-conduct-kind = soort gedraging
    .a = een soort gedraging
    .the = de soort gedraging
kind-role = rol
    .a = een rol
    .the = de rol
kind-definition = definitie
    .a = een definitie
    .the = de definitie
kind-prohibition = verbod
    .a = een verbod
    .the = het verbod
kind-exception = uitzondering
    .a = een uitzondering
    .the = de uitzondering
kind-conditions = groep voorwaarden
    .a = een groep voorwaarden
    .the = de groep voorwaarden
kind-obligation = verplichting
    .a = een verplichting
    .the = de verplichting
kind-must = `must`
    .a = een `must`
    .the = de `must`
kind-element = bestanddeel
    .a = een bestanddeel
    .the = het bestanddeel
kind-scope = toepassingsgebied
    .a = een toepassingsgebied
    .the = het toepassingsgebied
kind-exclusion = uitsluiting
    .a = een uitsluiting
    .the = de uitsluiting
kind-saving = onverminderd-bepaling
    .a = een onverminderd-bepaling
    .the = de onverminderd-bepaling
kind-power = bevoegdheid
    .a = een bevoegdheid
    .the = de bevoegdheid
kind-precedence = voorrangsregel
    .a = een voorrangsregel
    .the = de voorrangsregel
kind-sanction = sanctie
    .a = een sanctie
    .the = de sanctie
kind-constraint = samenhangregel
    .a = een samenhangregel
    .the = de samenhangregel
kind-issue = rechtsvraag
    .a = een rechtsvraag
    .the = de rechtsvraag
kind-reading = lezing
    .a = een lezing
    .the = de lezing
kind-profile = profiel
    .a = een profiel
    .the = het profiel
kind-variable = variabele
    .a = een variabele
    .the = de variabele
kind-norm = norm
    .a = een norm
    .the = de norm
kind-manifest-key = sleutel
    .a = een sleutel van `policy.toml`
    .the = de sleutel
kind-package = pakket
    .a = een pakket
    .the = het pakket
kind-version = versie
    .a = een versie
    .the = de versie

## P01xx: de tekst is niet in de taal

p0101 = `{ $found }` kan hier niet staan
    .end = het onderdeel eindigt te vroeg
    .label = hier werd iets anders verwacht
    .help = schrijf hier { $expected }
    .help-none = laat dit weg
p0102 = `{ $found }` begint geen onderdeel
    .label = in de eerste kolom
    .help = spring de regel in als die bij het onderdeel erboven hoort
    .help-near = bedoelt u `{ $suggestion }`?
p0103 = het haakje `{ $open }` wordt nergens gesloten
    .label = hier geopend
    .help = schrijf `{ $close }` waar het onderdeel of de groep eindigt
p0104 = haakjes staan meer dan { $limit } niveaus diep
    .help = breng een deel onder in een eigen definitie
p0105 = het bestand is groter dan { $limit }
    .help = verdeel het over meer bestanden
p0106 = `and` en `or` staan naast elkaar zonder haakjes
    .label = dit kan op twee manieren worden gelezen
    .help = zet haakjes om wat bij elkaar hoort
p0107 = `{ $word }` is een woord van de taal
    .label = als naam gebruikt
    .help = kies een andere naam
p0108 = geen kalender kent de datum `{ $text }`
    .help = schrijf een datum die bestaat, zoals `2026-12-02`
p0109 = het getal `{ $text }` is te groot of te nauwkeurig
    .help = schrijf een getal van ten hoogste 18 cijfers
p0110 = `{ $clause }` staat er meer dan één keer
    .label = nog een keer
    .help = houd er één over
p0111 = in deze `{ $item }` ontbreekt `{ $clause }`
    .help = voeg de clausule `{ $clause }` toe
p0112 = het bestand is geen UTF-8-tekst
    .help = sla het op als UTF-8

## P02xx: namen en verwijzingen

p0201 = er is geen { $kind } `{ $name }`
    .help = verbeter de naam of declareer die
    .help-near = bedoelt u `{ $suggestion }`?
p0202 = `{ $name }` kan op meer dan één ding slaan
    .label = niet duidelijk
    .help = schrijf { $candidates }
    .help-none = schrijf de naam voluit
p0203 = { $parent } heeft geen { $step }
    .root = { $citation } bestaat niet
    .label = hier aangehaald
    .note =
        { $count ->
            [one] er is alleen { $noun } { $existing }
           *[other] wel bestaan: { $noun } { $existing }
        }
    .note-none = er is geen onderverdeling
    .help =
        { $count ->
            [one] haal die aan, of het geheel
           *[other] haal een hiervan aan, of het geheel
        }
    .help-parent = haal het geheel aan
p0204 = { $kind } `{ $name }` is twee keer gedeclareerd
    .label = opnieuw gedeclareerd
    .help = hernoem een van de twee, of geef ze data die elkaar niet overlappen
p0205 = er is geen bron `{ $name }`
    .help = declareer die in een `source`-onderdeel
    .help-near = bedoelt u `{ $suggestion }`?
p0206 = { $citation } bestaat niet vóór { $from }
    .label = hier aangehaald
    .note = de regel is van toepassing vanaf { $at }
    .help = laat de regel vanaf { $from } van toepassing zijn, of haal een andere bepaling aan
p0207 = `{ $name }` berust op zichzelf
    .note = de kring is { $circle }
    .help = haal een hiervan uit de ander
p0208 = `{ $name }` is { $found }
    .help = schrijf hier { $expected }
    .help-none = schrijf hier een andere naam
p0209 = `policy.toml` zegt niet van welke bron een verwijzing zonder naam ervoor is
    .note = het pakket declareert { $sources }
    .help = noem een daarvan achter `source` in `policy.toml`
p0210 = meer dan { $limit } van één soort: { $kind }
    .help = voeg er enkele samen, of verdeel het pakket
p0211 = `{ $path }` ligt binnen `{ $within }`, dat zelf een waarde heeft
    .help = geef een van de twee een andere naam

## P03xx: typen en eenheden

p0301 = een waarde van het type `{ $found }` staat waar `{ $expected }` hoort
    .label = van het type `{ $found }`
    .help = schrijf een waarde van het type `{ $expected }`
p0302 = `{ $operator }` past niet tussen `{ $left }` en `{ $right }`
    .help = breng beide kanten op één type
p0303 = bedragen in `{ $left }` en in `{ $right }` staan bij elkaar
    .help = gebruik aan beide kanten één munteenheid
p0304 = de gebeurtenis `{ $event }` is op zichzelf geen voorwaarde
    .help = schrijf `{ $event } happened`, of vergelijk haar met een tijdstip
p0305 = de definitie `{ $name }` geldt voor één `{ $record }`
    .none = de definitie `{ $name }` geldt niet voor een record
    .help = schrijf `{ $name } for` en de naam van het record
    .help-none = schrijf alleen `{ $name }`
p0306 = de verzameling heeft meer dan { $limit } waarden
    .help = verdeel de waarden over twee verzamelingen
p0307 = `assumed` staat bij een feit van het type `{ $found }`
    .note = stilzwijgen kan alleen een `bool` of een `judgement` invullen
    .help = laat `assumed` weg
p0308 = een termijn staat bij een `must` die geen gebeurtenis is
    .help = vraag om een gebeurtenis, of laat de termijn weg
p0309 = { $clause } past niet bij { $on }
    .help = laat dat weg

## P04xx: regels die niet bij het recht of bij elkaar passen

p0401 = `{ $item } { $name }` haalt geen bepaling aan
    .help = noem achter `basis` de bepaling waarin de regel staat
p0402 = de uitzondering `{ $name }` berust alleen op overwegingen
    .note = een regel die alleen in een overweging staat, is een argument en beslist niets
    .help = schrijf `interpretive exception`, of noem een bepaling achter `basis`
p0403 = de interpretatieregel `{ $name }` heeft een grondslag buiten de overwegingen
    .note = een interpretatieregel is een argument en beslist niets
    .help = haal alleen overwegingen aan, of laat `interpretive` weg
p0404 = op { $day } gelden twee versies van `{ $name }`
    .help = laat de eerste vóór die dag eindigen met `applies until`
p0405 = de periode van { $from } tot en met { $until } heeft geen dag
    .help = laat de periode niet vóór haar eerste dag eindigen
p0406 = `{ $norm }` gebruikt `{ $uses }`, waarvan op { $day } geen versie geldt
    .help = laat op die dag een versie van `{ $uses }` gelden
p0407 = de rechtsvragen `{ $first }` en `{ $second }` gaan over hetzelfde
    .note = twee rechtsvragen gaan alleen samen als alle lezingen inperken of alle verruimen
    .help = maak er één rechtsvraag van
p0408 = in { $target } ligt geen norm
    .help = controleer de verwijzing, of voeg de norm toe
p0409 = het toepassingsgebied `{ $scope }` leest `{ $fact }`, dat door stilzwijgen wordt ingevuld
    .note = of een wet een geval bereikt, wordt nooit aangenomen
    .help = laat `assumed` weg bij `{ $fact }`, of maak er een uitsluiting van
p0410 = de rechtsvraag `{ $name }` heeft minder dan twee lezingen
    .help = voeg de andere lezing toe
p0411 = voor `{ $name }` hoeft niets vast te staan
    .help = voeg een `element` toe, of laat de regel ingaan op de dag van zijn eerste bestanddeel
p0412 = `{ $name }` begint een keten van meer dan { $limit } regels die op elkaar berusten
    .help = laat een deel ervan op feiten berusten
p0413 = de vertaling `{ $key }` ontbreekt in `{ $language }`
    .help = voeg haar toe aan `i18n/{ $language }.ftl`
p0414 = `{ $key }` vertaalt niets van de regelset
    .help = haal de vermelding weg
    .help-near = bedoelt u `{ $suggestion }`?
p0415 = de vertaling `{ $key }` is meer dan platte tekst
    .help = schrijf de tekst zonder accolades
p0416 = `{ $norm }` heeft meer dan { $limit } formules en termen als de definities worden uitgeschreven
    .help = gebruik een definitie minder vaak, of laat haar minder zeggen

## P05xx: feiten, opties en toetsen

p0501 = dit is niet te lezen als { $format }
    .note = { $detail }
    .help = verbeter de tekst op deze plaats
p0502 = de regelset kent geen feit `{ $key }`
    .help = laat het weg; `policyc schema` noemt de feiten die er zijn
    .help-near = bedoelt u `{ $suggestion }`?
p0503 = `{ $fact }` is niet van het type `{ $expected }`
    .label = dit is `{ $found }`
    .help = schrijf een waarde van het type `{ $expected }`
    .help-bool = schrijf `true`, `false` of, als het niet bekend is, `null`
    .help-event = schrijf een tijdstip zoals `2026-12-02T08:40:00+01:00`, `true` of `false`
    .help-date = schrijf een datum zoals `2026-12-02`
    .help-datetime = schrijf een tijdstip zoals `2026-12-02T08:40:00+01:00`
    .help-integer = schrijf een geheel getal
    .help-text = schrijf een tekst tussen aanhalingstekens
    .help-list = schrijf een lijst
p0504 = `{ $fact }` kan niet `{ $value }` zijn
    .note = mogelijk zijn { $members }
    .note-more = mogelijk zijn { $members }, en { $more } andere
    .help-near = bedoelt u `{ $suggestion }`?
p0505 = `{ $text }` is geen datum of tijdstip
    .help = schrijf `2026-12-02`, of met het tijdstip `2026-12-02T08:40:00+01:00`
p0506 = het getal `{ $text }` is te groot of te nauwkeurig
    .help = schrijf een geheel getal van ten hoogste 18 cijfers, of een decimaal getal van ten hoogste 28
p0507 = de sleutel `{ $key }` staat twee keer in één object
    .label = nog een keer
    .help = houd een van de twee over
p0508 = `{ $fact }` staat in twee bestanden
    .note = het staat het eerst in `{ $first }`
    .help = geef het in een van de twee
p0509 = `{ $fact }` ligt na het moment van beoordeling, { $moment }
    .help = verbeter het tijdstip, of beoordeel op een later moment met `--as-of`
p0510 = `{ $fact }` heeft grenzen die elkaar uitsluiten
    .help = laat `by` later zijn dan `not_by`
p0511 = de feiten passen niet bij de samenhangregel `{ $name }`
    .note-conduct = dit betreft de gedraging `{ $conduct }`
    .help = verbeter { $facts }
    .help-none = verbeter de feiten
p0512 = objecten en lijsten staan meer dan { $limit } niveaus diep
    .help = haal de binnenste eruit
p0513 = de feiten zijn groter dan { $limit }
    .note = een alias telt als alles waar die voor staat
    .help = geef de feiten van één systeem tegelijk
p0514 = er is geen datum van beoordeling
    .note = de datum van vandaag wordt hier nooit genomen
    .help = schrijf `as_of` in de feiten, of gebruik `--as-of`
p0515 = de regelset kent geen { $kind } `{ $name }`
    .help = verbeter de naam
    .help-near = bedoelt u `{ $suggestion }`?
p0516 = het oordeel `{ $fact }` zegt niet wie het gaf, of waarom
    .help = voeg `assessed_by` en `because` toe
p0517 = het oordeel `{ $fact }` gaat niet in op { $factor }
    .help = voeg `considering` toe, en onder `{ $key }` hoe dit is gewogen
p0518 = `{ $path }` kan niet worden gelezen
    .note = { $detail }
    .help = controleer het pad
p0519 = in `{ $folder }` en daarboven staat geen `policy.toml`
    .help = noem de map van het pakket, of begin er een met `policyc new`
p0520 = een gedraging van de soort `{ $kind }` heeft geen veld `{ $field }`
    .help = laat `{ $field }` weg, of verbeter de soort
p0521 = de id `{ $id }` staat er twee keer
    .label = nog een keer
    .help = geef elk een eigen id
p0522 = `policy.toml` kan niet worden gelezen
    .note = { $detail }
    .help = verbeter het op deze plaats
p0523 = `{ $flag }` kan niet `{ $value }` zijn
    .help = `policyc --help` zegt hoe de optie wordt gebruikt

## Dagen, tijden, getallen

day =
    { $day } { $month ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }
day-time = { $day } om { $time } uur
moment-on = op { $at }
moment-by = uiterlijk op { $by }
moment-after = na { $after }
moment-between = na { $after } en uiterlijk op { $by }
moment-unknown = op een onbekend moment
decimal-mark = ,
unlimited = onbeperkt
years = { $count } jaar
months =
    { $count ->
        [one] { $count } maand
       *[other] { $count } maanden
    }
days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
hours = { $count } uur
minutes =
    { $count ->
        [one] { $count } minuut
       *[other] { $count } minuten
    }
seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } seconden
    }
more = nog { $count }

## Feiten

fact = { $fact } is { $value }
fact-set = { $fact } bevat { $value }
fact-empty = { $fact } is leeg
fact-unknown = { $fact } is niet bekend
fact-list =
    { $count ->
        [0] { $fact } is leeg
        [one] { $fact } bevat { $count } record
       *[other] { $fact } bevat { $count } records
    }
fact-list-open =
    { $count ->
        [0] { $fact } noemt nog geen record
        [one] { $fact } bevat { $count } record en is mogelijk niet volledig
       *[other] { $fact } bevat { $count } records en is mogelijk niet volledig
    }
event = { $fact } vond plaats { $moment }
event-not-by = { $fact } had op { $after } nog niet plaatsgevonden
time = { $fact } ligt { $moment }
value-unknown = niet bekend
value-true = waar
value-false = onwaar
quoted = “{ $text }”
fact-assumed = aangenomen
assessed-by-on = beoordeeld door { $by } op { $on }
assessed-by = beoordeeld door { $by }
assessed-on = beoordeeld op { $on }
considering = over { $factor }: { $weighed }
evidence = bewijsstukken: { $list }

## Uitkomsten

outcome-prohibited = verboden
outcome-undetermined = niet vast te stellen
outcome-excepted = uitgezonderd
outcome-not-met = niet vervuld
outcome-out-of-scope = buiten het toepassingsgebied
outcome-not-applicable = niet van toepassing
duty-violated = geschonden
duty-undetermined = niet vast te stellen
duty-pending = nog na te komen
duty-fulfilled = nagekomen
duty-not-triggered = niet ontstaan

## De kop van een notitie

note-title = Dossiernotitie: { $policy } { $version }
as-of = beoordeeld naar de stand van { $moment } ({ $zone }), { $source }
as-of-flag = opgegeven op de opdrachtregel
as-of-facts = opgegeven in de feiten
as-of-clock = het moment waarop het programma is uitgevoerd
made-with = gemaakt met policyc { $engine }; hash van de regelset { $hash }
question-open = open rechtsvraag { $issue } (“{ $question }”): er is geen lezing gekozen
question-answered = open rechtsvraag { $issue } (“{ $question }”): lezing { $reading }, { $source }
pick-default = de standaardkeuze van de regelset
pick-facts = gekozen in de feiten
pick-profile = gekozen door een profiel
pick-flag = gekozen op de opdrachtregel
section-prohibitions = Verbodsbepalingen
section-other-prohibitions = Overige verbodsbepalingen
section-obligations = Verplichtingen
section-other-obligations = Overige verplichtingen
section-warnings = Opmerkingen bij de feiten
section-summary = Samenvatting

## Gevallen

beside-the-norm = ander recht en bevoegdheden
beside-the-norms = ander recht en bevoegdheden
subject-system = het systeem als zodanig
subject-hypothetical = een gedraging die niet is opgegeven (soort en handelende partij niet bekend)
subject = gedraging { $name } ({ $parts })
of-kind = { $name }
of-kind-unknown = soort niet bekend
by-operator = door { $name }
by-operator-unknown = handelende partij niet bekend
undated = ongedateerd
law-from = naar het recht zoals dat geldt vanaf { $from }
law-until = naar het recht tot en met { $until }
law-between = naar het recht van { $from } tot en met { $until }
no-conduct = de lijst van gedragingen is volledig en leeg
since = verboden sinds een verplichting is geschonden waarvan een uitzondering afhangt ({ $moment })
not-exact = de open feiten zijn één voor één bezien; samen beslissen zij misschien meer dan hier staat
not-applicable = niet van toepassing
not-yet-in-force = nog niet in werking getreden
not-yet-applicable = in werking getreden, maar nog niet van toepassing
no-longer-applicable = niet meer van toepassing
applies-from = { $state }; van toepassing vanaf { $from }
exclusion-entered = de uitsluiting { $name } is van toepassing
scope-left = het geval ligt buiten het toepassingsgebied { $name }

## Bestanddelen, uitzonderingen, argumenten

is-met = { $name } is vervuld
is-not-met = { $name } is niet vervuld
is-open = { $name } staat niet vast
because = { $statement }, want { $reasons }
issue-open = van { $issue } is geen lezing gekozen
point = punt { $label }
rests-on = { $statement }; dit berust op { $grounds }
ground-judgement = een oordeel
ground-definitions =
    { $count ->
        [one] de definitie { $names }
       *[other] de definities { $names }
    }
ground-reading = de lezing { $reading } van { $issue }
ground-issue = de open rechtsvraag { $issue }
immaterial = { $statement } (de uitkomst berust hier niet op)
exception-applies = uitzondering { $name } is van toepassing
exception-fails = uitzondering { $name } is niet van toepassing
exception-open = of uitzondering { $name } van toepassing is, staat niet vast
extent = de begrenzing van de uitzondering (“voor zover”)
conditions-met = aan de voorwaarden { $name } is voldaan
conditions-not-met = aan de voorwaarden { $name } is niet voldaan
conditions-open = of aan de voorwaarden { $name } is voldaan, staat niet vast
provided-that = op voorwaarde dat de verplichting { $duty } niet is geschonden; deze is { $status }
reading-of = de lezing { $reading } van { $issue }
only-under = { $name }, alleen onder { $readings },
argument-for = argument uit de overwegingen voor { $target }, zonder gevolg voor de uitkomst: { $status }
argument-against = argument uit de overwegingen tegen { $target }, zonder gevolg voor de uitkomst: { $status }

## Wat ontbreekt

needs = wat uitsluitsel zou geven:
need-fact = het feit { $name }
need-judgement = een oordeel over { $name }
need-reading = een lezing van { $name }
need-list = de volledige lijst { $name }
way-out = { $outcome } als { $conditions }
assumed = aangenomen, omdat de feiten erover zwijgen: { $statement }

## Sancties en aantekeningen

sanction-cap = sanctie: { $name }, ten hoogste { $cap }
sanction-cap-open =
    { $count ->
        [0] sanctie: { $name }, waarvan het maximum niet bekend is
       *[other] sanctie: { $name }, waarvan het maximum niet bekend is zonder { $missing }
    }
sanction-open =
    { $count ->
        [0] sanctie: { $name }, als die hier kan worden opgelegd
       *[other] sanctie: { $name }, als die hier kan worden opgelegd, wat afhangt van { $missing }
    }
sanction-not-yet = sanctie: { $name }, nog niet van toepassing
sanction-no-longer = sanctie: { $name }, niet meer van toepassing
without-prejudice-to = onverminderd { $provision }: { $text }
prevails-over = gaat vóór { $provision }: { $text }
power = bevoegdheid ({ $provision }): { $text }
power-of = bevoegdheid van { $roles } ({ $provision }): { $text }

## Verplichtingen

addressed-to = { $statement }, gericht tot { $roles }
trigger-met = de verplichting is ontstaan
trigger-not-met = de verplichting is niet ontstaan
trigger-open = of de verplichting is ontstaan, staat niet vast
must = { $name }: { $status }
must-not = { $name } (moet achterwege blijven): { $status }
with-due = { $statement } (uiterlijk op { $due })
no-limit = { $statement } (geen termijn in de tekst)

## De samenvatting

summary-prohibited = verboden: { $norms }
summary-undetermined = niet vast te stellen: { $norms }
summary-for = voor { $roles }: { $summary }
summary-clean = geen vervuld verbod vastgesteld
summary-no-prohibitions = geen verbod beoordeeld
summary-violated = geschonden verplichtingen: { $duties }
summary-duties-undetermined = niet vast te stellen verplichtingen: { $duties }
summary-pending = nog na te komen verplichtingen: { $duties }
summary-excepted = uitgezonderd: { $norms }
summary-assumed = aangenomen: { $names }
summary-nothing-assumed = er is niets aangenomen
summary-unknown = onbekend gebleven: { $names }
summary-unknown-immaterial =
    { $count ->
        [one] onbekend gebleven zonder invloed op een uitkomst: één feit
       *[other] onbekend gebleven zonder invloed op een uitkomst: { $count } feiten
    }
summary-nothing-unknown = er is niets onbekend gebleven
summary-out-of-scope = buiten het toepassingsgebied: { $norms }
summary-not-applicable = niet van toepassing: { $norms }
summary-not-counted = hier buiten beschouwing, omdat zij andere rollen betreffen: { $names }
summary-not-covered =
    { $count ->
        [one] niet beoordeeld: al het recht buiten de ene beoordeelde norm van { $policy } { $version }
       *[other] niet beoordeeld: al het recht buiten de { $count } beoordeelde normen van { $policy } { $version }
    }

## Naast de resultaten

notice-checked =
    { $policy }: { $errors ->
        [0] geen fouten
        [one] één fout
       *[other] { $errors } fouten
    }, { $warnings ->
        [0] geen waarschuwingen
        [one] één waarschuwing
       *[other] { $warnings } waarschuwingen
    }
notice-clock = er is geen datum gegeven: beoordeeld naar dit moment, { $instant }
notice-still-open =
    { $undetermined ->
        [0] alles is vast te stellen
       *[other] niet vast te stellen: { $undetermined }
    }, { $pending ->
        [0] geen verplichting staat nog open
       *[other] nog na te komen: { $pending }
    }
notice-batch =
    { $lines ->
        [one] één regel gelezen
       *[other] { $lines } regels gelezen
    }, { $refused ->
        [0] geen geweigerd
       *[other] { $refused } geweigerd
    }, { $undetermined ->
        [0] alle vast te stellen
       *[other] { $undetermined } niet vast te stellen
    }
