#pragma once

/// Front door of calendar: working time, limits and lights. Pure values; no clock, no database.
#include "calendar/explanation.h"
#include "calendar/light.h"
#include "calendar/limit.h"
#include "calendar/work_calendar.h"
#include "calendar/work_hours.h"
#include "calendar/year.h"
