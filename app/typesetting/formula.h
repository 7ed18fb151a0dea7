// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pennyworth {

/// TeX without its delimiters.
struct TexSource {
    QString tex;
    bool isDisplay = false; ///< stands on a line of its own

    bool operator==(const TexSource &) const = default;
};

/// A formula that is set: a picture in SVG whose colour is `currentColor` where TeX names none.
/// Lengths are in ex of the font around it.
struct Formula {
    QByteArray svg;
    double width = 0;
    double height = 0; ///< above and below the baseline together
    double depth = 0; ///< below the baseline
};

} // namespace pennyworth
