"""What Norwegian rules say of numbers, properties and days; pure."""

from services.chassis.norway.cadastre import Kommunenr, Property
from services.chassis.norway.calendar import (
    add_months,
    add_weeks,
    add_working_days,
    at_local_time,
    end_of_day,
    is_public_holiday,
    is_working_day,
    next_working_day,
    push_to_working_day,
    start_of_day,
    working_days_between,
)
from services.chassis.norway.fields import (
    Mobile,
    NoNationalId,
    Orgnr,
    Phone,
    ShownPhone,
    ShownPhoneIfAny,
)
from services.chassis.norway.lead_time import LeadTime, order_deadline
from services.chassis.norway.national_id import holds_national_id
from services.chassis.norway.orgnr import format_orgnr, parse_orgnr
from services.chassis.norway.phone import (
    mask_phone,
    parse_mobile,
    parse_phone,
    parse_shown_phone,
    show_phone,
)

__all__ = [
    "Kommunenr",
    "LeadTime",
    "Mobile",
    "NoNationalId",
    "Orgnr",
    "Phone",
    "Property",
    "ShownPhone",
    "ShownPhoneIfAny",
    "add_months",
    "add_weeks",
    "add_working_days",
    "at_local_time",
    "end_of_day",
    "format_orgnr",
    "holds_national_id",
    "is_public_holiday",
    "is_working_day",
    "mask_phone",
    "next_working_day",
    "order_deadline",
    "parse_mobile",
    "parse_orgnr",
    "parse_phone",
    "parse_shown_phone",
    "push_to_working_day",
    "show_phone",
    "start_of_day",
    "working_days_between",
]
