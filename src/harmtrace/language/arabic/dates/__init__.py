"""Arabic words of time and what they mean, read from the reference day: EDTF out, nothing invented."""
