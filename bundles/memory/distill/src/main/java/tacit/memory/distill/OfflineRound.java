package tacit.memory.distill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.memory.Distillation;
import tacit.api.memory.Distillation.Mode;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.MemoryEffects;
import tacit.api.memory.MemoryEffects.Kept;
import tacit.api.memory.MemoryEffects.Merge;
import tacit.api.store.Scope;

/** What the last runs teach together. */
final class OfflineRound {

    static final int MOST_TRACES = 100;
    static final int MOST_CANDIDATES = 200;

    private final HotPath hotPath;

    OfflineRound(HotPath hotPath) {
        this.hotPath = hotPath;
    }

    Distillation distill(Scope scope, List<Run> runs, Known known) {
        List<Weighed> weighed = hotPath.weighed(scope.workspaceId(), together(runs), known);
        List<Weighed> accepted = HotPath.accepted(weighed);
        List<Kept> kept = HotPath.kept(accepted, known);
        List<Merge> merges = known.merges();
        long superseded = kept.stream().filter(one -> one.supersedes() != null).count();
        int merged = merges.stream().mapToInt(merge -> merge.others().size()).sum();
        MemoryEffects effects = new MemoryEffects(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                kept,
                hotPath.promotions(accepted),
                merges,
                days(runs));
        return new Distillation(
                Mode.OFFLINE,
                effects.equals(MemoryEffects.NONE) ? Status.SKIPPED : Status.DONE,
                runs.stream().map(Run::id).toList(),
                HotPath.candidates(weighed),
                (int) superseded + merged,
                effects);
    }

    /** Everything once, the surest first as far as it is not all looked at. */
    private List<Found> together(List<Run> runs) {
        Map<String, Found> groups = new LinkedHashMap<>();
        List<Run> tasks = new ArrayList<>();
        for (Run run : runs) {
            List<Found> said = hotPath.statements().in(run);
            said.forEach(found -> groups.merge(found.group(), found, Found::with));
            if (hotPath.switches().implicit() && Happenings.isTask(run, said)) {
                tasks.add(run);
                Happenings.in(run, said).forEach(found -> groups.merge(found.group(), found, Found::with));
            }
        }
        Happenings.recurring(tasks).forEach(found -> groups.merge(found.group(), found, Found::with));
        List<Found> found = new ArrayList<>(groups.values());
        found.sort(Comparator.comparing(Found::confidence).reversed());
        return found.subList(0, Math.min(found.size(), MOST_CANDIDATES));
    }

    private static List<String> days(List<Run> runs) {
        return runs.stream()
                .map(Run::at)
                .map(OfflineRound::day)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
