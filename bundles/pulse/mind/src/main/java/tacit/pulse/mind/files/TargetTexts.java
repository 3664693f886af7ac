package tacit.pulse.mind.files;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk.BrainMemory;
import tacit.api.reflect.ReflectionTarget;
import tacit.pulse.mind.store.DreamRows;
import tacit.pulse.mind.store.JournalRows;
import tacit.pulse.mind.store.Lists;

/** The files of targets, journals and dreams. */
final class TargetTexts {

    private TargetTexts() {}

    static String state(List<ReflectionTarget> targets) {
        return Lists.json(RunTexts.map(
                        "targets",
                        targets.stream()
                                .map(target -> RunTexts.map(
                                        "profile", target.profileId(),
                                        "key", target.key(),
                                        "label", target.label(),
                                        "health", RunTexts.lower(target.health()),
                                        "state", RunTexts.lower(target.state()),
                                        "persistence", RunTexts.lower(target.persistence()),
                                        "backlogCount", target.backlog(),
                                        "lastRunAt", text(target.times().lastRunAt()),
                                        "lastEvidenceAt", text(target.times().lastEvidenceAt()),
                                        "nextEligibleAt", text(target.times().nextEligibleAt()),
                                        "lastOutcome", target.last().outcome(),
                                        "lastWinner", target.last().winner(),
                                        "lastDispatchKind", target.last().dispatchKind(),
                                        "lastDispatchStatus", target.last().dispatchStatus()))
                                .toList()))
                + "\n";
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    static String backlog(String target, List<ReflectionBacklog> points) {
        return "# Backlog of " + target + "\n\n"
                + points.stream()
                        .map(point -> "- [" + (point.state() == ReflectionBacklog.State.DONE ? "x" : " ") + "] "
                                + point.title() + " (" + point.priority() + ", " + RunTexts.lower(point.state())
                                + ")\n")
                        .collect(Collectors.joining());
    }

    static String memories(List<BrainMemory> memories) {
        return RunTexts.lines(memories.stream().map(TargetTexts::memory).toList());
    }

    private static Map<String, @Nullable Object> memory(BrainMemory memory) {
        return RunTexts.map(
                "target", memory.targetKey(),
                "bucket", memory.bucket(),
                "text", memory.text(),
                "confidence", memory.confidence(),
                "at", memory.at().toString());
    }

    static String dream(DreamRows.Dream dream, List<BrainMemory> memories) {
        return Lists.json(RunTexts.map(
                        "id", dream.id(),
                        "profile", dream.profileId(),
                        "target", dream.targetKey(),
                        "at", dream.at().toString(),
                        "digest", dream.digest(),
                        "backlogProposals", dream.proposals(),
                        "memoryUpdates",
                                memories.stream().map(TargetTexts::memory).toList()))
                + "\n";
    }

    static String journal(List<JournalRows.Entry> entries) {
        return RunTexts.lines(entries.stream()
                .map(entry -> RunTexts.map(
                        "at", entry.at().toString(),
                        "kind", RunTexts.lower(entry.kind()),
                        "profile", entry.profileId(),
                        "target", entry.targetKey(),
                        "run", entry.runId(),
                        "outcome", entry.outcome(),
                        "summary", entry.summary()))
                .toList());
    }
}
