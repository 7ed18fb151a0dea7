// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "pricing/pricerow.h"

#include <QByteArray>
#include <QList>

namespace pennyworth {

/// What one price file holds: the rows of one provider, or one holiday calendar.
struct PriceFile {
    QList<PriceRow> rows;
    QList<HolidayCalendar> calendars;
};

/// Reads one file of the schema in resources/prices/README.md. InvalidValue names the row, the
/// field and what is wrong with it. What only several rows together can get wrong is left to
/// PriceBook.
Result<PriceFile> parsePriceFile(const QByteArray &json);

} // namespace pennyworth
