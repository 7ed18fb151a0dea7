// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/gzipstream.h"
#include "support/testregistry.h"

using namespace pennyworth::simulated;

class GzipStreamTest : public QObject {
    Q_OBJECT

private slots:
    void storesWhatIsAdded()
    {
        // RFC 1952 head; a stored block of 9 bytes; an empty last block; CRC-32 of "123456789" is
        // cbf43926; its length.
        GzipStream stream;
        QCOMPARE(stream.begin().toHex(), "1f8b08000000000000ff");
        QCOMPARE(stream.add("123456789").toHex(), "000900f6ff313233343536373839");
        QCOMPARE(stream.end().toHex(), "010000ffff2639f4cb09000000");
    }

    void cutsLongPieces()
    {
        GzipStream stream;
        const QByteArray blocks = stream.add(QByteArray(70000, 'x'));
        QCOMPARE(blocks.size(), 70000 + 2 * 5);
        QCOMPARE(blocks.first(5).toHex(), "00ffff0000");
        QCOMPARE(blocks.sliced(5 + 65535, 5).toHex(), "0071118eee");
    }
};

PENNYWORTH_TEST(GzipStreamTest)

#include "tst_gzipstream.moc"
