package tacit.pulse.dreams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.TrustLane;

/**
 * What stood there before a candidate was done. Immutable.
 *
 * @param before memories that it changed or took the place of
 */
record Memo(List<Old> before) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A memory as it was. */
    record Old(String id, String kind, String text, boolean stated) {

        static Old of(MemoryRecord record) {
            return new Old(record.id(), record.kind(), record.text(), record.lane() == TrustLane.STATEMENT);
        }
    }

    Memo {
        before = List.copyOf(before);
    }

    static Memo read(@Nullable String json) {
        try {
            return json == null ? new Memo(List.of()) : MAPPER.readValue(json, Memo.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read what stood there before: " + e.getOriginalMessage(), e);
        }
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot keep what stood there before: " + e.getOriginalMessage(), e);
        }
    }
}
