// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pseudolanguage.h"

#include "api/providercatalog.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeySequence>
#include <QLocale>
#include <QMetaProperty>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>

namespace pennyworth::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kOpen = u'⟦';
constexpr QChar kClose = u'⟧';

QChar accented(QChar letter)
{
    constexpr QStringView kPlain = u"AEIOUYCNSZaeiouycnsz";
    constexpr QStringView kAccented = u"ÅÉÎÖÛÝÇÑŠŽåéîöûýçñšž";
    const qsizetype at = kPlain.indexOf(letter);
    return at < 0 ? letter : kAccented[at];
}

/// The texts among the properties of a widget or an action.
QStringList propertiesOf(const QObject &object)
{
    static const QList<QByteArray> kNames{"text", "title", "windowTitle", "placeholderText",
        "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription", "prefix",
        "suffix", "specialValueText"};
    QStringList texts;
    for (const QByteArray &name : kNames) {
        const QString text = object.property(name.constData()).toString();
        // What stands in an editor was typed, not translated.
        const bool isTyped = name == "text" && object.inherits("QLineEdit");
        if (!text.isEmpty() && !isTyped)
            texts += QLatin1StringView(object.metaObject()->className()) + u' '
                + object.objectName() + u'.' + QLatin1StringView(name) + u": "_s + text;
    }
    return texts;
}

QStringList accessibleTextsOf(QAccessibleInterface *accessible)
{
    QStringList texts;
    if (!accessible || !accessible->isValid())
        return texts;
    for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description}) {
        const QString text = accessible->text(kind);
        if (!text.isEmpty())
            texts += u"accessible %1: "_s.arg(int(accessible->role())) + text;
    }
    const bool isOwn = !accessible->object(); // Qt's own actions are not ours to translate
    if (QAccessibleActionInterface *actions = accessible->actionInterface(); actions && isOwn) {
        const QStringList names = actions->actionNames();
        for (const QString &name : names)
            texts += u"action: "_s + actions->localizedActionName(name);
    }
    for (int i = 0; i < accessible->childCount(); ++i)
        texts += accessibleTextsOf(accessible->child(i));
    return texts;
}

} // namespace

QString PseudoLanguage::translate(const char *, const char *source, const char *, int) const
{
    const QString plain = QString::fromUtf8(source);
    QString text;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const bool isPlace = i > 0 && plain[i - 1] == u'%'; // "%n" has to stay
        text += isPlace ? plain[i] : accented(plain[i]);
    }
    return kOpen + text + QString(plain.size() / 3, u'~') + kClose;
}

QString outsideOfPseudoLanguage(const QString &text)
{
    QString outside;
    int depth = 0;
    for (const QChar character : text) {
        depth += character == kOpen ? 1 : 0;
        if (depth == 0)
            outside += character;
        depth -= character == kClose && depth > 0 ? 1 : 0;
    }
    return outside;
}

QStringList wordsOf(const QWidget &window)
{
    QStringList words = propertiesOf(window);
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        words += propertiesOf(*widget);
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                words += box->objectName() + u" item: "_s + box->itemText(i);
        }
    }
    const QList<QAction *> actions = window.findChildren<QAction *>();
    for (const QAction *action : actions)
        words += propertiesOf(*action);
    return words
        + accessibleTextsOf(QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&window)));
}

QStringList namesIn(const ProviderCatalog &catalog)
{
    QStringList names{u"Pennyworth"_s, u"UTC"_s, u"USD"_s, u"CNY"_s};
    for (int month = 1; month <= 12; ++month)
        names += QLocale().standaloneMonthName(month);
    for (const Provider &provider : catalog.providers()) {
        names += provider.name.split(u' ');
        names += provider.keyVariable;
        names += provider.baseUrl.host();
        for (const Model &model : provider.models)
            names += model.name.split(u' ') + QStringList{model.id};
    }
    return names;
}

QStringList untranslated(const QString &text, const QStringList &names)
{
    static const QRegularExpression letters(u"\\p{L}{2,}"_s);
    static const QRegularExpression separators(u"[\\s,;·()“”\"]+"_s);
    static const QRegularExpression addresses(u"^(https?://|/|zq)"_s);
    const auto isKey = [](const QString &word) {
        const QKeySequence key = QKeySequence::fromString(word);
        return !key.isEmpty() && key.toString() == word;
    };
    QStringList found;
    const QStringList words = outsideOfPseudoLanguage(text).split(separators, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (letters.match(word).hasMatch() && !names.contains(word)
            && !addresses.match(word).hasMatch() && !isKey(word))
            found += word;
    }
    return found;
}

QString hardCodedTexts(const QStringList &names)
{
    QStringList found;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        const QStringList all = wordsOf(*window);
        std::ranges::copy_if(all, std::back_inserter(found), [&names](const QString &text) {
            return !untranslated(text.mid(text.indexOf(u": "_s) + 2), names).isEmpty();
        });
    }
    found.removeDuplicates();
    return found.join(u'\n');
}

} // namespace pennyworth::test
