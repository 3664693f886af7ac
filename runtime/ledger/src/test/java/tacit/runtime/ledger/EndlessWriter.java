package tacit.runtime.ledger;

import java.nio.file.Path;
import tacit.api.generation.Ledger;

/** A process that appends until it is killed, and says after each line that it is written. */
final class EndlessWriter {

    private EndlessWriter() {}

    public static void main(String[] arguments) {
        Ledger ledger = new FileLedger(Path.of(arguments[0]));
        while (true) {
            System.out.println(Generations.promote(ledger).sequence());
        }
    }
}
