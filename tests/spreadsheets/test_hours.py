"""Hours are read where only one thing can be meant, and reported where the morning may be the evening."""

from __future__ import annotations

import pytest

from leadkit.model.hours import Hours
from leadkit.spreadsheets.entries.hours import read_hours


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("24/7", "24/7"),
        ("Open 24/7", "24/7"),
        ("24 hours, 7 days a week", "24/7"),
        ("24 hrs/7 days", "24/7"),
        ("24 hours", "24/7"),
        ("24 hrs", "24/7"),
        ("Open 24 hours a day", "24/7"),
        ("Mon-Fri 8:30am - 4:30pm", "Mon-Fri 08:30-16:30"),
        ("M-F 8:30 a.m. to 4:30 p.m.", "Mon-Fri 08:30-16:30"),
        ("M–F: 8a-5p", "Mon-Fri 08:00-17:00"),
        ("Monday through Friday 9am-noon", "Monday-Friday 09:00-12:00"),
        ("daily 6pm-midnight", "daily 18:00-00:00"),
        ("7 days a week, 12 noon - 8 pm", "daily, 12:00-20:00"),
        ("Mon, W & F 9am-5pm\nSa/Su 10am-2pm", "Mon, Wed, Fri 09:00-17:00, Sat, Sun 10:00-14:00"),
        ("weekdays 9am-5pm; weekends 10am-1pm", "Mon-Fri 09:00-17:00; Sat-Sun 10:00-13:00"),
        ("Mon-Fri 8:30-16:30", "Mon-Fri 8:30-16:30"),
        ("Mon-Fri 9:00-12:00, 13:00-17:00", "Mon-Fri 9:00-12:00, 13:00-17:00"),
        ("Fri 20:00-02:00 except holidays", "Fri 20:00-02:00 except holidays"),
        ("Mon 08:00-11:00", "Mon 08:00-11:00"),
        ("daily 12:00-00:00", "daily 12:00-00:00"),
        ("daily 22:00-06:00", "daily 22:00-06:00"),
        ("daily 13:00-1:00", "daily 13:00-1:00"),
        ("Mon-Fri 08:30-08:45", "Mon-Fri 08:30-08:45"),
        ("Mon-Fri 08:00-10:00, 10:00-14:00, Sat 01:00-05:00", "Mon-Fri 08:00-10:00, 10:00-14:00, Sat 01:00-05:00"),
        ("Mon-Fri 01:00-08:30, 08:30-11:00", "Mon-Fri 01:00-08:30, 08:30-11:00"),
        ("Mon-Fri 1:00-5:00, 13:00-17:00", "Mon-Fri 1:00-5:00, 13:00-17:00"),
    ],
)
def test_hours_are_read_as_meant(written: str, read: str) -> None:
    assert read_hours(written) == read
    assert Hours.parse(read)


@pytest.mark.parametrize(
    "written",
    [
        "M-F 8:30-4:30",
        "Mon-Fri 8:30-4:30",
        "weekdays 9 to 5",
        "Mon-Fri 1:00-5:00",
        "Mon-Fri 10:00-12:00",
        "Mon-Fri 8:30-4:30pm",
        "Mon-Fri 8am-4:30",
        "Mon-Fri 08:30-4:30",
        "Mon-Fri 8:30-16:30, Sat 9:00-1:00",
        "Mon-Fri 09:00-05:00",
        "Mon-Fri 08:30-08:15",
        "Mon-Fri 08:30-12:00, 01:00-04:30",
        "Mon-Fri 01:00-08:30, 08:29-11:00",
        "Mon-Fri 08:30-12:00; Mon 01:00-04:30",
        "Mon-Fri 10:00-14:00, Sat 1:00-5:00",
        "Mon-Fri 8:30-16:30, Sat 9:00-12:00",
        "Mon-Fri 1:00-5:00, 14:00-18:00",
        "Mon-Fri 13:00-17:00, 9:00-12:00",
        "Sat 1:00-5:00, Sun 10:00-14:00",
    ],
)
def test_times_of_the_morning_or_the_evening_are_reported(written: str) -> None:
    with pytest.raises(ValueError, match="am or pm"):
        read_hours(written)


@pytest.mark.parametrize(
    "written", ["1st Tue 9am-5pm", "T 9am-5pm", "S-S 9am-5pm", "24", "open 24", "by appointment", "Mon-Fri 9am-25pm"]
)
def test_what_is_no_hours_is_left_for_the_field_to_refuse(written: str) -> None:
    read = read_hours(written)
    with pytest.raises(ValueError, match=r"\w"):
        Hours.parse(read)
