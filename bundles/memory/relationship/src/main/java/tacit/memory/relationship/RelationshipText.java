package tacit.memory.relationship;

import java.time.Instant;
import tacit.api.memory.MemoryRecord;

/** Writes items as they stand in a prompt. */
final class RelationshipText {

    private static final int DAY = 10;

    private RelationshipText() {}

    /** An item with its day, where it is due or was. */
    static String line(MemoryRecord item, Instant now) {
        return item.text()
                + Items.due(item)
                        .filter(due -> Items.isOpen(item))
                        .map(due -> (due.isBefore(now) ? " (overdue since " : " (due ")
                                + due.toString().substring(0, DAY) + ")")
                        .orElse("");
    }
}
