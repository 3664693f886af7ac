package tacit.api.ingest;

import java.util.List;
import tacit.api.trace.AppendResult;

/**
 * What became of a batch of updates. Immutable.
 *
 * @param accepted one result per update that was taken, in order
 * @param rejected the updates that were not
 * @param redactions secrets that were replaced before the write
 * @param truncations texts that were cut to their bound
 */
public record IngestReceipt(
        List<AppendResult> accepted, List<RejectedUpdate> rejected, int redactions, int truncations) {

    public IngestReceipt {
        accepted = List.copyOf(accepted);
        rejected = List.copyOf(rejected);
    }

    /**
     * An update that was not taken.
     *
     * @param index its place in the batch, from 0
     * @param spans how many spans it held
     * @param reason why, in one sentence
     */
    public record RejectedUpdate(int index, int spans, String reason) {}
}
