package tacit.memory.learning;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Distillation;
import tacit.api.memory.Journal;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryCandidate;
import tacit.api.memory.MemoryEffects;
import tacit.api.memory.MemoryEffects.GraphReading;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Playbook;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookUse;
import tacit.api.memory.RelationshipMemory;
import tacit.api.memory.TaskCompletion;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserFeedback;
import tacit.api.memory.UserMessage;
import tacit.api.memory.UserProfile;
import tacit.api.store.Scope;

/** Does what the distiller says through the memories that are there. Confined to one call. */
final class Learnt {

    private static final int RECENT_DAYS = 7;
    private static final int MOST_TOPICS = 4;

    private final Scope scope;
    private final Facades facades;
    private final Turn turn;
    private final Function<String, Scope> owners;

    /**
     * Learns for a workspace.
     *
     * @param owners whose a run is: its workspace, with its user where it has one
     */
    Learnt(Scope scope, Facades facades, Turn turn, Function<String, Scope> owners) {
        this.scope = scope;
        this.facades = facades;
        this.turn = turn;
        this.owners = owners;
    }

    void apply(Distillation found) {
        MemoryEffects effects = found.effects();
        effects.messages().forEach(message -> message(found.traces(), message));
        effects.feedback().forEach(feedback -> feedback(found.traces(), feedback));
        effects.completions().forEach(completion -> completion(found.traces(), completion));
        effects.episodes().forEach(episode -> episode(found.traces(), episode));
        effects.uses().forEach(use -> use(found.traces(), use));
        effects.readings().forEach(reading -> reading(found.traces(), reading));
        effects.entries().forEach(entry -> entry(found.traces(), entry));
    }

    private void message(List<String> traces, UserMessage message) {
        // Whoever distils, only what a user said is learnt as their words.
        if (message.source().lane() != TrustLane.STATEMENT) {
            return;
        }
        UserProfile profile = facades.profile();
        RelationshipMemory relationships = facades.relationships();
        turn.once(
                Part.PROFILE,
                traces,
                message.source(),
                written -> profile != null && wrote(written, Part.PROFILE, profile.learn(message)));
        turn.once(
                Part.RELATIONSHIPS,
                traces,
                message.source(),
                written -> relationships != null && wrote(written, Part.RELATIONSHIPS, relationships.learn(message)));
    }

    private void feedback(List<String> traces, UserFeedback feedback) {
        if (feedback.reason().lane() != TrustLane.STATEMENT) {
            return;
        }
        UserProfile profile = facades.profile();
        RelationshipMemory relationships = facades.relationships();
        turn.once(
                Part.PROFILE,
                traces,
                feedback,
                written -> profile != null && wrote(written, Part.PROFILE, profile.learnFromFeedback(feedback)));
        turn.once(
                Part.RELATIONSHIPS,
                traces,
                feedback,
                written -> relationships != null
                        && wrote(written, Part.RELATIONSHIPS, relationships.learnFromFeedback(feedback)));
    }

    // Nothing learnt is an answer too: the words were read, and need not be read again.
    private static boolean wrote(Written written, Part part, List<MemoryRecord> learnt) {
        written.ids(part, learnt);
        return true;
    }

    private void completion(List<String> traces, TaskCompletion completion) {
        RelationshipMemory relationships = facades.relationships();
        turn.once(
                Part.RELATIONSHIPS,
                traces,
                completion,
                written -> relationships != null
                        && wrote(written, Part.RELATIONSHIPS, relationships.recordTaskCompletion(completion)));
    }

    private void episode(List<String> traces, PlaybookEpisode episode) {
        Playbook playbook = facades.playbook();
        turn.once(Part.PLAYBOOK, traces, episode, written -> {
            if (playbook == null) {
                return false;
            }
            written.id(
                    Part.PLAYBOOK,
                    playbook.capture(owners.apply(episode.taskId()), episode).id());
            return true;
        });
    }

    private void use(List<String> traces, PlaybookUse use) {
        Playbook playbook = facades.playbook();
        turn.once(Part.PLAYBOOK, traces, use, written -> {
            if (playbook == null) {
                return false;
            }
            playbook.reinforce(owners.apply(use.taskId()), use).changed().forEach(entry -> written.used(entry.id()));
            return true;
        });
    }

    private void reading(List<String> traces, GraphReading reading) {
        KnowledgeGraph graph = facades.graph();
        turn.once(Part.GRAPH, traces, reading, written -> {
            if (graph == null) {
                return false;
            }
            Scope owner = new Scope(scope.workspaceId(), reading.userId());
            graph.extract(owner, reading.taskId(), reading.visibility(), reading.texts())
                    .entities()
                    .forEach(entity -> written.id(Part.GRAPH, entity.id()));
            return true;
        });
    }

    private void entry(List<String> traces, JournalEntry entry) {
        Journal journal = journal();
        Object what = entry.category() + "/" + entry.taskId() + "/" + entry.text();
        turn.once(Part.JOURNAL, traces, what, written -> {
            if (journal == null) {
                return false;
            }
            journal.append(scope.workspaceId(), entry);
            return true;
        });
    }

    private @Nullable Journal journal() {
        return hasFolder() ? facades.journal() : null;
    }

    private boolean hasFolder() {
        return facades.workspaces() != null
                && facades.workspaces().folder(scope.workspaceId()).isPresent();
    }

    /** Brings the summaries of days up to date: those of the runs, and the last ones that have a log. */
    void summarize(List<String> days, Instant now) {
        Journal journal = journal();
        if (journal == null) {
            return;
        }
        Set<String> all = new TreeSet<>(days);
        turn.always(Part.SUMMARIES, written -> {
            all.addAll(journal.days(scope.workspaceId(), RECENT_DAYS));
            return false;
        });
        all.forEach(day -> turn.always(Part.SUMMARIES, written -> journal.summarize(scope.workspaceId(), day, now)));
    }

    /**
     * Brings the topics of the workspace up to date: with what a run was about once it has given something, with what is newest
     * after a round.
     */
    void collect(Distillation found, Instant now) {
        TopicPacks topics = facades.topics();
        boolean round = found.mode() == Distillation.Mode.OFFLINE;
        if (topics != null && hasFolder() && (round || turn.didSomething())) {
            String about = round ? "" : about(found);
            turn.always(
                    Part.TOPICS,
                    written -> topics.refresh(scope.workspaceId(), about, MOST_TOPICS, now)
                                    .written()
                            > 0);
        }
    }

    private static String about(Distillation found) {
        return Stream.of(
                        found.effects().completions().stream().map(TaskCompletion::title),
                        found.candidates().stream()
                                .filter(MemoryCandidate::accepted)
                                .map(MemoryCandidate::text),
                        found.effects().messages().stream()
                                .map(message -> message.source().text()))
                .flatMap(texts -> texts)
                .collect(Collectors.joining("\n"));
    }
}
