### The sentences of policyc in English.
### What `{ $... }` stands for is the same in every language.

## Words of diagnostics

error = error
warning = warning
note = note
help = help
at-pointer = in the facts, at `{ $pointer }`
list-and = and
list-or = or

role-first = the first one
role-declared = declared here
role-candidate = this is one
role-through = by way of this

## What was expected

token-a-text-in-quotes = a text in quotes
token-a-date = a date
token-a-name = a name
token-a-letter-or-number = a letter or number
token-a-name-with-a-capital = a name with a capital
token-a-type = a type
token-a-currency = a currency
token-a-number = a number
token-the-number-of-an-article = the number of an article
token-the-number-of-an-annex = the number of an annex
token-a-bracket = a bracket
token-a-unit-of-time = a unit of time
token-a-citation = a citation
token-a-provision-or-a-name = a provision or a name
token-a-recital = a recital
token-a-kind-of-conduct = a kind of conduct
token-an-expression = an expression
token-a-set = a set
token-a-branch = a branch
token-an-operator = an operator
token-a-limit-in-time = a time limit
token-a-point = a point
token-a-field = a field
token-the-next-clause = the next clause
token-a-time-limit = a time limit
token-this-must = this `must`
token-an-element = an element
token-an-obligation-as-a-whole = an obligation as a whole
token-a-definition = a definition
token-a-rule-as-a-whole = a rule as a whole
token-a-fact-of-the-system = a fact of the system
token-what-is-not-an-earliest-of = what is not an `earliest of`

## What a name names

kind-source = source
    .a = a source
    .the = the source
kind-fact = fact
    .a = a fact
    .the = the fact
kind-field = field
    .a = a field
    .the = the field
kind-type = type
    .a = a type
    .the = the type
kind-member = member
    .a = a member of an enum
    .the = the member
kind-conduct-kind = kind of conduct
    .a = a kind of conduct
    .the = the kind of conduct
kind-role = role
    .a = a role
    .the = the role
kind-definition = definition
    .a = a definition
    .the = the definition
kind-prohibition = prohibition
    .a = a prohibition
    .the = the prohibition
kind-exception = exception
    .a = an exception
    .the = the exception
kind-conditions = group of conditions
    .a = a group of conditions
    .the = the group of conditions
kind-obligation = obligation
    .a = an obligation
    .the = the obligation
kind-must = `must`
    .a = a `must`
    .the = the `must`
kind-element = element
    .a = an element
    .the = the element
kind-scope = scope
    .a = a scope
    .the = the scope
kind-exclusion = exclusion
    .a = an exclusion
    .the = the exclusion
kind-saving = saving
    .a = a saving
    .the = the saving
kind-power = power
    .a = a power
    .the = the power
kind-precedence = rule of precedence
    .a = a rule of precedence
    .the = the rule of precedence
kind-sanction = sanction
    .a = a sanction
    .the = the sanction
kind-constraint = constraint
    .a = a constraint
    .the = the constraint
kind-issue = issue
    .a = an issue
    .the = the issue
kind-reading = reading
    .a = a reading
    .the = the reading
kind-profile = profile
    .a = a profile
    .the = the profile
kind-variable = variable
    .a = a variable
    .the = the variable
kind-norm = norm
    .a = a norm
    .the = the norm
kind-manifest-key = key
    .a = a key of `policy.toml`
    .the = the key
kind-package = package
    .a = a package
    .the = the package
kind-version = version
    .a = a version
    .the = the version

## P01xx: the text is not in the language

p0101 = `{ $found }` cannot stand here
    .end = the item ends too early
    .label = something else was expected
    .help = write { $expected } here
    .help-none = leave this out
p0102 = `{ $found }` begins no item
    .label = in the first column
    .help = indent the line if it belongs to the item above
    .help-near = did you mean `{ $suggestion }`?
p0103 = the bracket `{ $open }` is never closed
    .label = opened here
    .help = write `{ $close }` where the item or group ends
p0104 = brackets are nested deeper than { $limit } levels
    .help = move a part into a definition of its own
p0105 = the file is larger than { $limit }
    .help = divide it over several files
p0106 = `and` and `or` stand side by side without brackets
    .label = this can be read in two ways
    .help = put brackets around what belongs together
p0107 = `{ $word }` is a word of the language
    .label = used as a name
    .help = choose another name
p0108 = no calendar has the date `{ $text }`
    .help = write a date that exists, as in `2026-12-02`
p0109 = the number `{ $text }` is too large or too precise
    .help = write a number of at most 18 digits
p0110 = `{ $clause }` stands more than once
    .label = once more
    .help = keep one of them
p0111 = this `{ $item }` has no `{ $clause }`
    .help = add the clause `{ $clause }`
p0112 = the file is not UTF-8 text
    .help = save it as UTF-8

## P02xx: names and citations

p0201 = there is no { $kind } `{ $name }`
    .help = correct the name, or declare it
    .help-near = did you mean `{ $suggestion }`?
p0202 = `{ $name }` can mean several things
    .label = not clear
    .help = write { $candidates }
    .help-none = write the name in full
p0203 = { $parent } has no { $step }
    .root = { $citation } does not exist
    .label = cited here
    .note =
        { $count ->
            [one] there is only { $noun } { $existing }
           *[other] { $noun } { $existing } exist
        }
    .note-none = it is not divided
    .help =
        { $count ->
            [one] cite that, or what it is a part of
           *[other] cite one of these, or what they are a part of
        }
    .help-parent = cite it as a whole
p0204 = { $kind } `{ $name }` is declared twice
    .label = declared again
    .help = rename one of the two, or give them dates that do not overlap
p0205 = there is no source `{ $name }`
    .help = declare it in a `source` item
    .help-near = did you mean `{ $suggestion }`?
p0206 = { $citation } does not exist before { $from }
    .label = cited here
    .note = the rule applies from { $at }
    .help = let the rule apply from { $from }, or cite another provision
p0207 = `{ $name }` rests on itself
    .note = the circle is { $circle }
    .help = take one of these out of the other
p0208 = `{ $name }` is { $found }
    .help = write { $expected } here
    .help-none = write another name here
p0209 = `policy.toml` does not say of which source a citation without a name in front is
    .note = the package declares { $sources }
    .help = name one of them after `source` in `policy.toml`
p0210 = more than { $limit } of one kind: { $kind }
    .help = merge some of them, or divide the package
p0211 = `{ $path }` lies within `{ $within }`, which has a value of its own
    .help = rename one of the two

## P03xx: types and units

p0301 = a value of type `{ $found }` stands where `{ $expected }` belongs
    .label = of type `{ $found }`
    .help = write a value of type `{ $expected }`
p0302 = `{ $operator }` does not fit between `{ $left }` and `{ $right }`
    .help = bring both sides to one type
p0303 = amounts in `{ $left }` and in `{ $right }` stand together
    .help = use one currency on both sides
p0304 = the event `{ $event }` is not a condition by itself
    .help = write `{ $event } happened`, or compare it with a time
p0305 = the definition `{ $name }` is for one `{ $record }`
    .none = the definition `{ $name }` is not for a record
    .help = write `{ $name } for` and the name of the record
    .help-none = write `{ $name }` alone
p0306 = the set has more than { $limit } members
    .help = divide the members over two sets
p0307 = `assumed` stands on a fact of type `{ $found }`
    .note = silence can fill in a `bool` or a `judgement` only
    .help = leave `assumed` out
p0308 = a time limit stands on a `must` that is not an event
    .help = ask for an event, or leave the time limit out
p0309 = { $clause } does not fit on { $on }
    .help = leave it out

## P04xx: rules that do not fit the law or each other

p0401 = `{ $item } { $name }` cites no provision
    .help = name the provision that it encodes after `basis`
p0402 = the exception `{ $name }` rests on recitals alone
    .note = a rule that stands only in a recital argues, and decides nothing
    .help = write `interpretive exception`, or name a provision after `basis`
p0403 = the interpretive rule `{ $name }` has a basis outside the recitals
    .note = an interpretive rule argues, and decides nothing
    .help = cite recitals only, or leave `interpretive` out
p0404 = two versions of `{ $name }` hold on { $day }
    .help = let the first one end with `applies until` before that day
p0405 = the period from { $from } until { $until } has no day
    .help = let it end on its first day or later
p0406 = `{ $norm }` uses `{ $uses }`, of which there is no version on { $day }
    .help = let a version of `{ $uses }` hold on that day
p0407 = the issues `{ $first }` and `{ $second }` have one target
    .note = two issues on one target go together only if all readings narrow it or all widen it
    .help = make one issue of the two
p0408 = no norm lies in { $target }
    .help = check the citation, or add the norm
p0409 = the scope `{ $scope }` reads `{ $fact }`, which silence fills in
    .note = whether a law reaches a case is never assumed
    .help = leave `assumed` out on `{ $fact }`, or make the scope an exclusion
p0410 = the issue `{ $name }` has fewer than two readings
    .help = add the other reading
p0411 = nothing must hold for `{ $name }`
    .help = add an `element`, or date it from the day of its first element
p0412 = `{ $name }` begins a chain of more than { $limit } rules that rest on each other
    .help = let some of them rest on facts
p0413 = the translation `{ $key }` is missing in `{ $language }`
    .help = add it to `i18n/{ $language }.ftl`
p0414 = `{ $key }` translates nothing that the policy has
    .help = take the entry out
    .help-near = did you mean `{ $suggestion }`?
p0415 = the translation `{ $key }` is more than plain text
    .help = write the text without braces
p0416 = `{ $norm }` has more than { $limit } formulas and terms once its definitions are written out
    .help = use a definition fewer times, or let it say less

## P05xx: facts, flags and tests

p0501 = this cannot be read as { $format }
    .note = { $detail }
    .help = correct the text at this place
p0502 = the policy has no fact `{ $key }`
    .help = leave it out; `policyc schema` lists the facts there are
    .help-near = did you mean `{ $suggestion }`?
p0503 = `{ $fact }` is not of type `{ $expected }`
    .label = this is `{ $found }`
    .help = write a value of type `{ $expected }`
    .help-bool = write `true`, `false` or, if it is not known, `null`
    .help-event = write a time such as `2026-12-02T08:40:00+01:00`, `true` or `false`
    .help-date = write a date such as `2026-12-02`
    .help-datetime = write a time such as `2026-12-02T08:40:00+01:00`
    .help-integer = write a whole number
    .help-text = write a text in quotes
    .help-list = write a list
p0504 = `{ $fact }` cannot be `{ $value }`
    .note = it can be { $members }
    .note-more = it can be { $members }, and { $more } others
    .help-near = did you mean `{ $suggestion }`?
p0505 = `{ $text }` is not a date or time
    .help = write `2026-12-02`, or with the time `2026-12-02T08:40:00+01:00`
p0506 = the number `{ $text }` is too large or too precise
    .help = write a whole number of at most 18 digits, or a decimal of at most 28
p0507 = the key `{ $key }` stands twice in one object
    .label = once more
    .help = keep one of the two
p0508 = `{ $fact }` is given in two files
    .note = it is given first in `{ $first }`
    .help = give it in one of the two
p0509 = `{ $fact }` lies after the moment of assessment, { $moment }
    .help = correct the time, or assess at a later moment with `--as-of`
p0510 = `{ $fact }` has bounds that exclude each other
    .help = let `by` be later than `not_by`
p0511 = the facts do not fit the constraint `{ $name }`
    .note-conduct = this concerns the conduct `{ $conduct }`
    .help = correct { $facts }
    .help-none = correct the facts
p0512 = objects and lists are nested deeper than { $limit } levels
    .help = take the innermost ones out
p0513 = the facts are larger than { $limit }
    .note = an alias counts as all that it stands for
    .help = give the facts of one system at a time
p0514 = there is no date of assessment
    .note = here the date of today is never taken
    .help = write `as_of` in the facts, or use `--as-of`
p0515 = the policy has no { $kind } `{ $name }`
    .help = correct the name
    .help-near = did you mean `{ $suggestion }`?
p0516 = the judgement `{ $fact }` does not say who made it, or why
    .help = add `assessed_by` and `because`
p0517 = the judgement `{ $fact }` does not go into { $factor }
    .help = add `considering`, and under `{ $key }` how this was weighed
p0518 = `{ $path }` cannot be read
    .note = { $detail }
    .help = check the path
p0519 = there is no `policy.toml` in `{ $folder }` or above it
    .help = name the folder of the package, or begin one with `policyc new`
p0520 = conduct of the kind `{ $kind }` has no field `{ $field }`
    .help = leave `{ $field }` out, or correct the kind
p0521 = the id `{ $id }` stands twice
    .label = once more
    .help = give each an id of its own
p0522 = `policy.toml` cannot be read
    .note = { $detail }
    .help = correct it at this place
p0523 = `{ $flag }` cannot be `{ $value }`
    .help = `policyc --help` says how it is used

## Days, times, numbers

day =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
day-time = { $day } at { $time }
moment-on = on { $at }
moment-by = no later than { $by }
moment-after = after { $after }
moment-between = after { $after } and no later than { $by }
moment-unknown = at a time that is not known
decimal-mark = .
unlimited = without end
years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
more = { $count } more

## Facts

fact = { $fact } is { $value }
fact-set = { $fact } has { $value }
fact-empty = { $fact } is empty
fact-unknown = { $fact } is not known
fact-list =
    { $count ->
        [0] { $fact } is empty
        [one] { $fact } has { $count } record
       *[other] { $fact } has { $count } records
    }
fact-list-open =
    { $count ->
        [0] { $fact } names no record yet
        [one] { $fact } has { $count } record, and may have more
       *[other] { $fact } has { $count } records, and may have more
    }
event = { $fact } took place { $moment }
event-not-by = { $fact } had not taken place by { $after }
time = { $fact } lies { $moment }
value-unknown = not known
value-true = true
value-false = false
quoted = “{ $text }”
fact-assumed = assumed
assessed-by-on = assessed by { $by } on { $on }
assessed-by = assessed by { $by }
assessed-on = assessed on { $on }
considering = on { $factor }: { $weighed }
evidence = evidence: { $list }

## Outcomes

outcome-prohibited = prohibited
outcome-undetermined = undetermined
outcome-excepted = excepted
outcome-not-met = not met
outcome-out-of-scope = out of scope
outcome-not-applicable = not applicable
duty-violated = violated
duty-undetermined = undetermined
duty-pending = pending
duty-fulfilled = fulfilled
duty-not-triggered = not triggered

## The head of a note

note-title = File note: { $policy } { $version }
as-of = assessed as of { $moment } ({ $zone }), { $source }
as-of-flag = as given on the command line
as-of-facts = as given in the facts
as-of-clock = the moment at which the tool was run
made-with = made with policyc { $engine }; hash of the policy { $hash }
question-open = open question of law { $issue } (“{ $question }”): no reading is picked
question-answered = open question of law { $issue } (“{ $question }”): reading { $reading }, { $source }
pick-default = the default of the policy
pick-facts = picked in the facts
pick-profile = picked by a profile
pick-flag = picked on the command line
section-prohibitions = Prohibitions
section-other-prohibitions = Other prohibitions
section-obligations = Obligations
section-other-obligations = Other obligations
section-warnings = Remarks on the facts
section-summary = Summary

## Cases

beside-the-norm = other law and powers
beside-the-norms = other law and powers
subject-system = the system as such
subject-hypothetical = conduct that is not listed (kind and operator not known)
subject = conduct { $name } ({ $parts })
of-kind = { $name }
of-kind-unknown = kind not known
by-operator = by { $name }
by-operator-unknown = operator not known
undated = undated
law-from = under the law as it stands from { $from }
law-until = under the law until { $until }
law-between = under the law from { $from } to { $until }
no-conduct = the list of conduct is complete, and nothing in it
since = prohibited since a duty was violated on which an exception depends ({ $moment })
not-exact = the open facts were judged one by one; taken together they may settle more than is said here
not-applicable = not applicable
not-yet-in-force = not yet in force
not-yet-applicable = in force, but not yet applicable
no-longer-applicable = no longer applicable
applies-from = { $state }; applies from { $from }
exclusion-entered = the exclusion { $name } applies
scope-left = the case lies outside the scope { $name }

## Elements, exceptions, arguments

is-met = { $name } is met
is-not-met = { $name } is not met
is-open = { $name } is not settled
because = { $statement } because { $reasons }
issue-open = no reading of { $issue } is picked
point = point { $label }
rests-on = { $statement }; this rests on { $grounds }
ground-judgement = a judgement
ground-definitions =
    { $count ->
        [one] the definition { $names }
       *[other] the definitions { $names }
    }
ground-reading = the reading { $reading } of { $issue }
ground-issue = the open question of law { $issue }
immaterial = { $statement } (the outcome does not rest on this)
exception-applies = exception { $name } applies
exception-fails = exception { $name } does not apply
exception-open = it is not settled whether exception { $name } applies
extent = the extent of the exception (“in so far as”)
conditions-met = the conditions { $name } are met
conditions-not-met = the conditions { $name } are not met
conditions-open = it is not settled whether the conditions { $name } are met
provided-that = provided that the duty { $duty } is not violated; it is { $status }
reading-of = the reading { $reading } of { $issue }
only-under = { $name }, only under { $readings },
argument-for = argument from the recitals for { $target }, which does not change the outcome: { $status }
argument-against = argument from the recitals against { $target }, which does not change the outcome: { $status }

## What is missing

needs = what would settle this:
need-fact = the fact { $name }
need-judgement = a judgement on { $name }
need-reading = a reading of { $name }
need-list = the whole list { $name }
way-out = { $outcome } if { $conditions }
assumed = assumed, since the facts are silent: { $statement }

## Sanctions and notes

sanction-cap = sanction: { $name }, at most { $cap }
sanction-cap-open =
    { $count ->
        [0] sanction: { $name }, of which the cap is not known
       *[other] sanction: { $name }, of which the cap is not known without { $missing }
    }
sanction-open =
    { $count ->
        [0] sanction: { $name }, if it can be imposed here
       *[other] sanction: { $name }, if it can be imposed here, which depends on { $missing }
    }
sanction-not-yet = sanction: { $name }, not yet applicable
sanction-no-longer = sanction: { $name }, no longer applicable
without-prejudice-to = without prejudice to { $provision }: { $text }
prevails-over = prevails over { $provision }: { $text }
power = power ({ $provision }): { $text }
power-of = power of { $roles } ({ $provision }): { $text }

## Obligations

addressed-to = { $statement }, addressed to { $roles }
trigger-met = the duty is triggered
trigger-not-met = the duty is not triggered
trigger-open = it is not settled whether the duty is triggered
must = { $name }: { $status }
must-not = { $name } (must not be): { $status }
with-due = { $statement } (due by { $due })
no-limit = { $statement } (no limit in the text)

## The summary

summary-prohibited = prohibited: { $norms }
summary-undetermined = undetermined: { $norms }
summary-for = for { $roles }: { $summary }
summary-clean = no prohibition met
summary-no-prohibitions = no prohibition assessed
summary-violated = violated duties: { $duties }
summary-duties-undetermined = undetermined duties: { $duties }
summary-pending = pending duties: { $duties }
summary-excepted = excepted: { $norms }
summary-assumed = assumed: { $names }
summary-nothing-assumed = nothing was assumed
summary-unknown = left unknown: { $names }
summary-unknown-immaterial =
    { $count ->
        [one] left unknown without effect on an outcome: one fact
       *[other] left unknown without effect on an outcome: { $count } facts
    }
summary-nothing-unknown = nothing was left unknown
summary-out-of-scope = out of scope: { $norms }
summary-not-applicable = not applicable: { $norms }
summary-not-counted = left out here, because they concern other roles: { $names }
summary-not-covered =
    { $count ->
        [one] not covered: all law beside the one norm of { $policy } { $version } that was assessed
       *[other] not covered: all law beside the { $count } norms of { $policy } { $version } that were assessed
    }

## Beside the results

notice-checked =
    { $policy }: { $errors ->
        [0] no errors
        [one] one error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] one warning
       *[other] { $warnings } warnings
    }
notice-clock = no date was given: assessed as of now, { $instant }
notice-still-open =
    { $undetermined ->
        [0] nothing undetermined
        [one] one undetermined
       *[other] { $undetermined } undetermined
    }, { $pending ->
        [0] nothing pending
        [one] one pending
       *[other] { $pending } pending
    }
notice-batch =
    { $lines ->
        [one] one line read
       *[other] { $lines } lines read
    }, { $refused ->
        [0] none refused
       *[other] { $refused } refused
    }, { $undetermined ->
        [0] none undetermined
       *[other] { $undetermined } undetermined
    }
