package tacit.memory.learning;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.CoreMemoryDistiller;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.Distillation;
import tacit.api.memory.Distillation.Mode;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.Journal;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.LearningListener;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Playbook;
import tacit.api.memory.RelationshipMemory;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.UserProfile;
import tacit.api.memory.Workspaces;
import tacit.api.memory.WriteGate;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;

/** Asks the active distiller, does what it says, and notes what was done. Thread-safe; one look at a time. */
@Component(service = MemoryLearning.class)
@Designate(ocd = StoredLearning.Config.class)
public final class StoredLearning implements MemoryLearning {

    private static final Logger log = LoggerFactory.getLogger(StoredLearning.class);

    /** Which memories learn. */
    @ObjectClassDefinition(name = "Tacit memory learning")
    public @interface Config {

        @AttributeDefinition(name = "Profile", description = "Whether profiles learn what users say of themselves")
        boolean profile() default true;

        @AttributeDefinition(name = "Relationships", description = "Whether commitments and ended tasks are kept")
        boolean relationships() default true;

        @AttributeDefinition(
                name = "Playbook",
                description = "Whether the playbook gets episodes and uses of its entries")
        boolean playbook() default true;

        @AttributeDefinition(name = "Graph", description = "Whether the knowledge graph reads results")
        boolean graph() default true;

        @AttributeDefinition(name = "Journal", description = "Whether the journal of a workspace's folder is written")
        boolean journal() default true;

        @AttributeDefinition(name = "Summaries", description = "Whether days of the journal are summarised")
        boolean summaries() default true;

        @AttributeDefinition(name = "Memories", description = "Whether accepted candidates are stored and merged")
        boolean memories() default true;

        @AttributeDefinition(
                name = "Curated",
                description = "Whether the curated memory gets what the distiller promotes")
        boolean curated() default true;

        @AttributeDefinition(
                name = "Topics",
                description = "Whether the topics of a workspace's folder are brought up to date")
        boolean topics() default true;
    }

    private final MemoryStore store;
    private final TraceStore traces;
    private final WriteGate gate;
    private final Clock clock;
    private final EnumSet<Part> wanted;
    private final ReentrantLock turns = new ReentrantLock();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<LearningListener> listeners = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CoreMemoryDistiller distiller;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable UserProfile profile;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable RelationshipMemory relationships;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Playbook playbook;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable KnowledgeGraph graph;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CuratedMemory curated;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Journal journal;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable TopicPacks topics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Workspaces workspaces;

    @Activate
    public StoredLearning(
            @Reference MemoryStore store,
            @Reference TraceStore traces,
            @Reference WriteGate gate,
            @Reference Clock clock,
            Config config) {
        this.store = store;
        this.traces = traces;
        this.gate = gate;
        this.clock = clock;
        this.wanted = EnumSet.noneOf(Part.class);
        want(Part.PROFILE, config.profile());
        want(Part.RELATIONSHIPS, config.relationships());
        want(Part.PLAYBOOK, config.playbook());
        want(Part.GRAPH, config.graph());
        want(Part.JOURNAL, config.journal());
        want(Part.SUMMARIES, config.summaries());
        want(Part.MEMORIES, config.memories());
        want(Part.CURATED, config.curated());
        want(Part.TOPICS, config.topics());
    }

    private void want(Part part, boolean on) {
        if (on) {
            wanted.add(part);
        }
    }

    @Override
    public LearningReceipt learn(Scope scope, String traceId) {
        Look look = look(scope, Mode.HOT_PATH, traceId);
        listeners.forEach(listener -> tell(listener, scope, traceId, look));
        return look.receipt();
    }

    private static void tell(LearningListener listener, Scope scope, String traceId, Look look) {
        try {
            listener.learnt(scope, traceId, look.found(), look.receipt());
        } catch (RuntimeException e) {
            log.warn("Cannot tell what was learnt from trace '{}'", traceId, e);
        }
    }

    @Override
    public LearningReceipt learnOffline(Scope scope) {
        return look(scope, Mode.OFFLINE, "").receipt();
    }

    @Override
    public LearningSwitches switches() {
        CoreMemoryDistiller asked = distiller;
        return asked == null ? LearningSwitches.OFF : asked.switches();
    }

    /** What was found, and what came of it. */
    private record Look(Distillation found, LearningReceipt receipt) {}

    private Look look(Scope scope, Mode mode, String traceId) {
        CoreMemoryDistiller asked = distiller;
        Ledger ledger = new Ledger(store);
        Turn turn = new Turn(scope, ledger, wanted);
        if (asked == null) {
            Distillation nothing = Distillation.empty(mode, Status.OFF);
            return new Look(nothing, turn.receipt(nothing));
        }
        turns.lock();
        try {
            Instant now = clock.instant();
            Distillation found =
                    mode == Mode.OFFLINE ? asked.runOffline(scope, now) : asked.runHotPath(scope, traceId, now);
            apply(scope, turn, ledger, found, now);
            return new Look(found, turn.receipt(found));
        } finally {
            turns.unlock();
        }
    }

    private void apply(Scope scope, Turn turn, Ledger ledger, Distillation found, Instant now) {
        Learnt learnt = new Learnt(scope, facades(), turn, trace -> new Scope(scope.workspaceId(), user(scope, trace)));
        try {
            learnt.apply(found);
            new Keeping(scope, store, gate, clock, turn).apply(found.effects(), curated);
            if (found.mode() == Mode.OFFLINE && found.status() != Status.OFF) {
                learnt.summarize(found.effects().days(), now);
            }
            if (found.status() != Status.OFF) {
                learnt.collect(found, now);
            }
        } finally {
            turn.changed().forEach((trace, done) -> ledger.note(scope, trace, user(scope, trace), done, found));
        }
        if (found.mode() == Mode.OFFLINE && !found.traces().isEmpty()) {
            ledger.noteRound(scope, now.toString(), found);
        }
    }

    private @Nullable String user(Scope scope, String traceId) {
        return traces.find(scope, traceId)
                .map(recorded -> recorded.trace())
                .map(Trace::userId)
                .orElse(null);
    }

    private Facades facades() {
        return new Facades(profile, relationships, playbook, graph, curated, journal, topics, workspaces);
    }
}
