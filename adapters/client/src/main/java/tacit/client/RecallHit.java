package tacit.client;

import java.util.Map;

/**
 * One thing that was said, done or remembered. Immutable.
 *
 * @param type such as {@code message} or {@code memory}
 * @param id of the thing
 * @param snippet its words
 * @param rank the higher the better
 */
public record RecallHit(String type, String id, String snippet, double rank) {

    static RecallHit of(Map<String, Object> row) {
        double rank = row.get("rank") instanceof Number number ? number.doubleValue() : 0;
        return new RecallHit(
                Fields.textOr(row, "sourceType", ""),
                Fields.textOr(row, "objectId", ""),
                Fields.textOr(row, "snippet", ""),
                rank);
    }
}
