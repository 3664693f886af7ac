package tacit.runtime.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.Ledger;
import tacit.api.generation.LedgerEntry;

/** Generations to fill ledgers with. */
final class Generations {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

    private Generations() {}

    static Generation number(long number) {
        String hash = Digest.of(new byte[] {(byte) number});
        return new Generation(
                number,
                number == 1 ? null : number - 1,
                NOON.plusSeconds(number),
                "ann",
                "swap number " + number,
                new TreeMap<>(
                        Map.of("failure-template", new Artifact("tacit.learn.template", "1." + number + ".0", hash))),
                new TreeMap<>(Map.of("some.Pid", new TreeMap<>(Map.of("limit", "" + number)))),
                number % 2 == 0 ? "e" + number : null);
    }

    static Generation because(long number, String reason) {
        Generation plain = number(number);
        return new Generation(
                number,
                plain.parent(),
                plain.createdAt(),
                plain.createdBy(),
                reason,
                plain.roles(),
                plain.configurations(),
                plain.experimentId());
    }

    /** Promotes so many further generations. */
    static Ledger fill(Ledger ledger, int count) {
        for (int i = 0; i < count; i++) {
            promote(ledger);
        }
        return ledger;
    }

    static LedgerEntry promote(Ledger ledger) {
        return promote(ledger, number(ledger.nextNumber()));
    }

    static LedgerEntry promote(Ledger ledger, Generation generation) {
        return ledger.append(LedgerEntry.Act.PROMOTED, generation, NOON, "ann", "because");
    }

    static LedgerEntry rollBack(Ledger ledger, long number) {
        return ledger.append(LedgerEntry.Act.ROLLED_BACK, number(number), NOON, "bob", "it was better before");
    }
}
