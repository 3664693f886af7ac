package tacit.api.recall;

import org.jspecify.annotations.Nullable;

/**
 * What was kept of a conversation. Immutable.
 *
 * @param added how many messages are new
 * @param known how many were kept already
 * @param skipped how many hold nothing but what was put in by a memory, or asked of this one
 * @param summaryId of the summary; null where none was kept
 */
public record ContextReceipt(
        int added, int known, int skipped, @Nullable String summaryId) {

    /** Nothing was done. */
    public static final ContextReceipt NONE = new ContextReceipt(0, 0, 0, null);
}
