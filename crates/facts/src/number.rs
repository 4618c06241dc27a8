//! Numbers, exact: from the digits as they are written, never through a
//! floating point number.

use rust_decimal::Decimal;

/// The most digits that a decimal holds for certain.
const DIGITS: usize = 28;

/// Why a text is no number of the wanted kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberError {
    /// It does not say one.
    NotANumber,
    /// It does, but the number does not fit.
    OutOfRange,
}

/// Reads an integer: digits with a sign, in YAML also `0x1F` and `0o17`.
pub(crate) fn integer(text: &str) -> Result<i64, NumberError> {
    let radix = |digits: &str, radix| i64::from_str_radix(digits, radix).map_err(|_| NumberError::OutOfRange);
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8);
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    text.parse().map_err(|_| NumberError::OutOfRange)
}

/// Reads a decimal: `35000000.00`, `-1.5e3`, and as a text also `35_000_000`.
pub(crate) fn decimal(text: &str) -> Result<Decimal, NumberError> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, self::exponent(exponent)?),
        None => (unsigned, 0),
    };
    let mut digits = Digits::default();
    let mut in_fraction = false;
    let mut previous = None;
    for byte in mantissa.bytes() {
        match byte {
            b'0'..=b'9' => digits.push(byte - b'0', in_fraction),
            b'.' if !in_fraction && previous != Some(b'_') => in_fraction = true,
            b'_' if previous.is_some_and(|byte: u8| byte.is_ascii_digit()) => {}
            _ => return Err(NumberError::NotANumber),
        }
        previous = Some(byte);
    }
    if !digits.any || previous == Some(b'_') {
        return Err(NumberError::NotANumber);
    }
    let number = digits.number(exponent).ok_or(NumberError::OutOfRange)?;
    let negative = text.starts_with('-') && !number.is_zero();
    Ok(if negative { -number } else { number }.normalize())
}

fn exponent(text: &str) -> Result<i64, NumberError> {
    match integer(text) {
        Ok(exponent) if !text.contains(['x', 'o']) => Ok(exponent),
        Ok(_) | Err(NumberError::NotANumber) => Err(NumberError::NotANumber),
        // So far out of range that its size no longer matters, unless it is of zero.
        Err(NumberError::OutOfRange) if text.starts_with('-') => Ok(i64::MIN / 2),
        Err(NumberError::OutOfRange) => Ok(i64::MAX / 2),
    }
}

/// The significant digits so far; zeros wait until another digit follows.
#[derive(Default)]
struct Digits {
    any: bool,
    value: i128,
    count: usize,
    /// By how many digits the point stands left of the end of `value`.
    scale: i64,
    zeros: usize,
    overflow: bool,
}

impl Digits {
    fn push(&mut self, digit: u8, in_fraction: bool) {
        self.any = true;
        self.scale += i64::from(in_fraction);
        if digit == 0 {
            self.zeros += usize::from(self.count > 0);
            return;
        }
        let pushed = self.zeros + 1;
        self.zeros = 0;
        self.count += pushed;
        if self.count > DIGITS {
            self.overflow = true;
            return;
        }
        self.value = self.value * 10_i128.pow(pushed as u32) + i128::from(digit);
    }

    fn number(self, exponent: i64) -> Option<Decimal> {
        if self.overflow {
            return None;
        }
        if self.value == 0 {
            return Some(Decimal::ZERO);
        }
        // Zeros at the end that were not pushed move the point.
        let scale = self.scale.checked_sub(self.zeros as i64)?.checked_sub(exponent)?;
        if scale >= 0 {
            return Decimal::try_from_i128_with_scale(self.value, u32::try_from(scale).ok()?).ok();
        }
        let missing = usize::try_from(scale.unsigned_abs()).ok()?;
        if self.count + missing > DIGITS {
            return None;
        }
        let value = self.value.checked_mul(10_i128.checked_pow(u32::try_from(missing).ok()?)?)?;
        Decimal::try_from_i128_with_scale(value, 0).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, NumberError>) {
        assert_eq!(
            decimal(text).map(|number| number.to_string()).as_deref().map_err(|&error| error),
            expected,
            "{text}"
        );
    }

    #[test]
    fn decimals_are_exact() {
        check("0.1", Ok("0.1"));
        check("35000000.00", Ok("35000000"));
        check("35_000_000", Ok("35000000"));
        check("-1.5e3", Ok("-1500"));
        check("1E-3", Ok("0.001"));
        check("0.30000000000000004", Ok("0.30000000000000004"));
        check("1234567890123456789012345678", Ok("1234567890123456789012345678"));
        check("0.0000000000000000000000000001", Ok("0.0000000000000000000000000001"));
        check("1.0000000000000000000000000000000000", Ok("1"));
        check("0e99999999999999999999", Ok("0"));
        check("-0", Ok("0"));
        check("+5", Ok("5"));
        check("1e27", Ok("1000000000000000000000000000"));
    }

    #[test]
    fn numbers_that_do_not_fit() {
        for text in [
            "12345678901234567890123456789",
            "1e28",
            "1e99999999999999999999",
            "1e-29",
            "0.00000000000000000000000000001",
            "1.0000000000000000000000000001",
        ] {
            check(text, Err(NumberError::OutOfRange));
        }
        assert_eq!(integer("9223372036854775808"), Err(NumberError::OutOfRange));
        assert_eq!(integer("-9223372036854775808"), Ok(i64::MIN));
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "", "-", ".", "1_", "_1", "1__0", "1._5", "1.5.2", "e5", "1e", "1e0x5", "NaN", "Infinity",
            ".inf", "1,5",
        ] {
            check(text, Err(NumberError::NotANumber));
        }
        for text in ["3.0", "1e3", "", "-", "4 "] {
            assert_eq!(integer(text), Err(NumberError::NotANumber));
        }
        assert_eq!((integer("0x1F"), integer("0o17"), integer("+5")), (Ok(31), Ok(15), Ok(5)));
    }
}
