package tacit.learn.clusters;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.store.TextTombstones;

/** What one failure quotes of its run. Immutable. */
record Quote(
        String id,
        @Nullable String userId,
        String traceId,
        @Nullable String spanId,
        String reason,
        String evidence,
        @Nullable String code,
        String template) {

    /** The span that it quotes; of the run as a whole without a name. */
    String place() {
        return traceId + "/" + (spanId == null ? "" : spanId);
    }

    Stream<String> texts() {
        return Stream.of(reason, evidence, code, template)
                .filter(Objects::nonNull)
                .map(String::valueOf);
    }

    /** The same with what stands in the place of its texts. */
    Quote gone() {
        return new Quote(
                id,
                userId,
                traceId,
                spanId,
                TextTombstones.instead(reason),
                TextTombstones.instead(evidence),
                code == null ? null : TextTombstones.instead(code),
                TextTombstones.instead(template));
    }

    boolean isGone() {
        return equals(gone());
    }
}
