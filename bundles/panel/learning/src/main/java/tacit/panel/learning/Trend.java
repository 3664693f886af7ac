package tacit.panel.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.FailureRecord;

/** Members of a family: over time, and one by one. */
final class Trend {

    private static final int DAYS = 60;

    private Trend() {}

    /** How many there were on each day on which there were any, the last ones. */
    static Map<String, List<Object>> of(List<ClusterMember> members) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        for (ClusterMember member : members) {
            Instant at = member.record().occurredAt();
            if (at != null) {
                days.merge(LocalDate.ofInstant(at, ZoneOffset.UTC), 1, Integer::sum);
            }
        }
        List<LocalDate> last =
                days.keySet().stream().skip(Math.max(0, days.size() - DAYS)).toList();
        return Map.of(
                "days", last.stream().<Object>map(LocalDate::toString).toList(),
                "counts", last.stream().<Object>map(days::get).toList());
    }

    static Map<String, Object> row(ClusterMember member) {
        FailureRecord record = member.record();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("record", record.id());
        row.put("trace", record.traceId());
        row.put("summary", record.finding().reason());
        row.put("detector", record.detector());
        row.put("tokens", record.tokens());
        row.put("similarity", member.similarity());
        row.put("joinedBy", member.joinedBy());
        if (record.occurredAt() != null) {
            row.put("at", record.occurredAt());
        }
        return row;
    }
}
