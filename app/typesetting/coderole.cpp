// SPDX-License-Identifier: GPL-3.0-or-later
#include "typesetting/coderole.h"

#include <QHash>

namespace pennyworth {

using namespace Qt::StringLiterals;

CodeRole roleOfScope(QStringView scope)
{
    using enum CodeRole;
    static const QHash<QString, CodeRole> roles{
        {u"keyword"_s, Keyword},
        {u"selector-tag"_s, Keyword},
        {u"template-tag"_s, Keyword},
        {u"variable.language"_s, Keyword},
        {u"type"_s, Type},
        {u"built_in"_s, Type},
        {u"class"_s, Type},
        {u"title.class"_s, Type},
        {u"selector-class"_s, Type},
        {u"title"_s, Function},
        {u"function"_s, Function},
        {u"selector-id"_s, Function},
        {u"string"_s, String},
        {u"regexp"_s, String},
        {u"char"_s, String},
        {u"link"_s, String},
        {u"code"_s, String},
        {u"number"_s, Number},
        {u"literal"_s, Number},
        {u"symbol"_s, Number},
        {u"bullet"_s, Number},
        {u"variable.constant"_s, Number},
        {u"comment"_s, Comment},
        {u"quote"_s, Comment},
        {u"doctag"_s, Comment},
        {u"formula"_s, Comment},
        {u"attr"_s, Attribute},
        {u"attribute"_s, Attribute},
        {u"property"_s, Attribute},
        {u"name"_s, Attribute},
        {u"tag"_s, Attribute},
        {u"variable"_s, Attribute},
        {u"template-variable"_s, Attribute},
        {u"selector-attr"_s, Attribute},
        {u"selector-pseudo"_s, Attribute},
        {u"meta"_s, Meta},
        {u"section"_s, Heading},
        {u"addition"_s, Addition},
        {u"deletion"_s, Deletion},
    };
    const QString whole = scope.toString();
    // A finer scope that is not listed is as its wider one: "title.function.invoke" as
    // "title.function" as "title".
    for (QString name = whole; !name.isEmpty(); name.truncate(name.lastIndexOf(u'.'))) {
        const auto found = roles.constFind(name);
        if (found != roles.constEnd())
            return *found;
        if (!name.contains(u'.'))
            break;
    }
    return Plain;
}

} // namespace pennyworth
