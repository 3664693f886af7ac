package tacit.memory.distill;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tacit.api.memory.Distillation;
import tacit.api.memory.Distillation.Mode;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.MemoryCandidate;
import tacit.api.memory.MemoryEffects;
import tacit.api.memory.MemoryEffects.Kept;
import tacit.api.memory.MemoryEffects.Promotion;
import tacit.api.memory.UserFeedback;
import tacit.api.memory.UserMessage;
import tacit.memory.sentences.Correction;

/**
 * What one run teaches. Immutable.
 *
 * @param switches what may be learnt from
 * @param weighing decides what is remembered
 * @param promote whether the curated memory is offered what is accepted
 * @param statements reads the words of users
 */
record HotPath(Switches switches, Weighing weighing, boolean promote, Statements statements) {

    Distillation distill(Run run, Supplier<Known> memories) {
        List<Reading> readings = statements.readings(run);
        List<Found> said = switches.explicit() || switches.implicit() ? Statements.in(run, readings) : List.of();
        List<Found> found = new ArrayList<>(said);
        found.addAll(switches.implicit() ? Happenings.in(run, said) : List.of());
        Known known = found.isEmpty() ? Known.NOTHING : memories.get();
        List<Weighed> weighed = weighed(run.trace().workspaceId(), found, known);
        MemoryEffects effects = effects(run, readings, said, accepted(weighed), known);
        int pruned = (int) effects.memories().stream()
                .filter(kept -> kept.supersedes() != null)
                .count();
        Status status = effects.equals(MemoryEffects.NONE) ? Status.SKIPPED : Status.DONE;
        return new Distillation(Mode.HOT_PATH, status, List.of(run.id()), candidates(weighed), pruned, effects);
    }

    List<Weighed> weighed(String workspaceId, List<Found> found, Known known) {
        return found.stream()
                .map(one -> new Weighed(workspaceId, one, weighing.weigh(one, known)))
                .toList();
    }

    static List<MemoryCandidate> candidates(List<Weighed> weighed) {
        return weighed.stream().map(Weighed::candidate).toList();
    }

    static List<Weighed> accepted(List<Weighed> weighed) {
        return weighed.stream().filter(one -> one.candidate().accepted()).toList();
    }

    static List<Kept> kept(List<Weighed> accepted, Known known) {
        return accepted.stream().map(one -> one.kept(known)).toList();
    }

    List<Promotion> promotions(List<Weighed> accepted) {
        return promote
                ? accepted.stream()
                        .map(Weighed::promotion)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    private MemoryEffects effects(
            Run run, List<Reading> readings, List<Found> said, List<Weighed> accepted, Known known) {
        List<Correction> corrections = readings.stream()
                .flatMap(reading -> reading.extraction().corrections().stream())
                .toList();
        Deeds deeds = new Deeds(run, said, corrections);
        List<UserFeedback> feedback = switches.explicit() ? Judgements.in(run) : List.of();
        return new MemoryEffects(
                messages(run),
                switches.explicit() ? Judgements.untold(run) : List.of(),
                shown(deeds.completion()),
                shown(deeds.episode()),
                shown(deeds.use()),
                shown(deeds.reading()),
                DayLines.of(run, feedback, switches.implicit()),
                kept(accepted, known),
                promotions(accepted),
                List.of(),
                List.of());
    }

    private static List<UserMessage> messages(Run run) {
        String user = run.trace().userId();
        Stream<Said> said = user == null ? Stream.empty() : run.said().stream();
        return said.filter(words -> !words.text().isBlank())
                .map(words -> new UserMessage(
                        run.trace().workspaceId(),
                        user == null ? "" : user,
                        words.at(),
                        Statements.zone(run).map(ZoneId::getId).orElse(null),
                        run.id(),
                        words.source()))
                .toList();
    }

    /** What the run itself shows, as far as that is to be learnt from. */
    private <T> List<T> shown(Optional<T> value) {
        return switches.implicit() ? value.map(List::of).orElse(List.of()) : List.of();
    }
}
