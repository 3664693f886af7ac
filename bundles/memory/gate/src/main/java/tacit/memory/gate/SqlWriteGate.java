package tacit.memory.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AuditLog;
import tacit.api.adapt.Governed;
import tacit.api.event.Events;
import tacit.api.ingest.Redactor;
import tacit.api.memory.GateDecision;
import tacit.api.memory.GateDecision.Answer;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.WriteGate;
import tacit.api.memory.WriteTarget;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** Keeps writes that wait in the database, without secrets, and drops them with the memories they speak of. Thread-safe. */
@Component(
        service = {WriteGate.class, MemoryCopies.class},
        property = {Governed.PROPERTY + "=memoryWriteApprovalMode|mode||"})
@Designate(ocd = SqlWriteGate.Config.class)
public final class SqlWriteGate implements WriteGate, MemoryCopies {

    /** The variable of the environment that beats the setting. */
    public static final String VARIABLE = "COWORK_MEMORY_WRITE_APPROVAL_MODE";

    /** How many writes may wait in one workspace unless an operator sets another number. */
    public static final int MOST_WAITING = 1000;

    /** How many days reviewed writes are kept unless an operator sets another number. */
    public static final int REVIEWED_KEPT_DAYS = 90;

    private static final int LONGEST_PAYLOAD = 500_000;

    /** Which writes wait. */
    @ObjectClassDefinition(name = "Tacit approval of memory writes")
    public @interface Config {

        @AttributeDefinition(
                name = "Mode",
                description =
                        "Which writes wait for an operator: off, curated_only, external_only, background_only, all;"
                                + " the environment variable " + VARIABLE + " beats it")
        String mode() default "off";

        @AttributeDefinition(
                name = "Most waiting",
                description = "When so many writes wait in a workspace, no further one is taken, at least 1",
                min = "1")
        int most_waiting() default MOST_WAITING;

        @AttributeDefinition(
                name = "Reviewed kept days",
                description = "What was approved or rejected is kept for so many days after its review, at least 1",
                min = "1")
        int reviewed_kept_days() default REVIEWED_KEPT_DAYS;
    }

    private final Database database;
    private final Clock clock;
    private final SecretPayload secrets;
    private final Review review;
    private final ApprovalMode mode;
    private final int mostWaiting;
    private final Duration reviewedKept;

    /** Replaced as a whole when a memory comes or goes. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<WriteTarget> targets = List.of();

    /** Hears of writes that wait and were answered, where somebody listens. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    @Activate
    public SqlWriteGate(
            @Reference Database database,
            @Reference AuditLog audit,
            @Reference Redactor redactor,
            @Reference Clock clock,
            Config config) {
        this(
                database,
                audit,
                redactor,
                clock,
                new Rule(config.mode(), config.most_waiting(), config.reviewed_kept_days(), System::getenv));
    }

    /**
     * What the gate goes by.
     *
     * @param mode as it is set
     * @param mostWaiting how many writes may wait in one workspace
     * @param reviewedKeptDays for how long writes are kept after their review
     * @param environment finds a variable; null for one that is not set
     */
    public record Rule(
            String mode, int mostWaiting, int reviewedKeptDays, UnaryOperator<@Nullable String> environment) {

        public Rule {
            if (mostWaiting < 1) {
                throw new IllegalArgumentException("mostWaiting must be at least 1, got " + mostWaiting);
            }
            if (reviewedKeptDays < 1) {
                throw new IllegalArgumentException("reviewedKeptDays must be at least 1, got " + reviewedKeptDays);
            }
        }

        /** One that keeps what was reviewed for as long as usual. */
        public Rule(String mode, int mostWaiting, UnaryOperator<@Nullable String> environment) {
            this(mode, mostWaiting, REVIEWED_KEPT_DAYS, environment);
        }
    }

    public SqlWriteGate(Database database, AuditLog audit, Redactor redactor, Clock clock, Rule rule) {
        String variable = rule.environment().apply(VARIABLE);
        this.mode = ApprovalMode.of(variable == null || variable.isBlank() ? rule.mode() : variable);
        this.mostWaiting = rule.mostWaiting();
        this.reviewedKept = Duration.ofDays(rule.reviewedKeptDays());
        this.database = database;
        this.clock = clock;
        this.secrets = new SecretPayload(redactor);
        this.review = new Review(database, audit, clock, secrets);
        database.migrate("tacit.memory.gate", SqlWriteGate.class);
        database.write(session -> dropReviewed(session, null));
    }

    /** Those of one workspace, or of all; null for all. */
    private boolean dropReviewed(Session session, @Nullable String workspaceId) {
        new PendingWrites(session).dropReviewed(workspaceId, clock.instant().minus(reviewedKept));
        return true;
    }

    /** The same with memories to write to, where nothing else binds them. */
    public SqlWriteGate writingTo(List<WriteTarget> memories) {
        targets = List.copyOf(memories);
        return this;
    }

    @Override
    public GateDecision evaluate(MemoryWrite write) {
        if (write.target() == MemoryWrite.Target.EXTERNAL && secrets.isIn(write.payload())) {
            return blocked("It holds a secret, and would leave this host");
        }
        return mode.stages(write) ? staged(write) : new GateDecision(Answer.ALLOWED, null, "");
    }

    @Override
    public GateDecision propose(MemoryWrite write) {
        boolean leaks = write.target() == MemoryWrite.Target.EXTERNAL && secrets.isIn(write.payload());
        return leaks ? evaluate(write) : staged(write);
    }

    private GateDecision staged(MemoryWrite write) {
        int length = write.payload().values().stream().mapToInt(String::length).sum();
        if (length > LONGEST_PAYLOAD) {
            return blocked("It is too long to wait for approval: " + length + " characters");
        }
        Proposal proposal = Proposal.of(write, secrets);
        GateDecision decision = database.write(session -> {
            dropReviewed(session, write.workspaceId());
            PendingWrites writes = new PendingWrites(session);
            if (writes.waiting(write.workspaceId()) >= mostWaiting) {
                return blocked("Too many writes wait for approval already: " + mostWaiting);
            }
            String id = writes.add(proposal, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return new GateDecision(Answer.STAGED, id, "It waits for somebody's approval");
        });
        tellWaiting(write, decision);
        return decision;
    }

    private void tellWaiting(MemoryWrite write, GateDecision decision) {
        String id = decision.pendingId();
        if (id != null) {
            tell(write, "write.waiting", id, "pending");
        }
    }

    private PendingWrite answered(PendingWrite write) {
        tell(write.write(), "write.answered", write.id(), write.status().name().toLowerCase(Locale.ROOT));
        return write;
    }

    private void tell(MemoryWrite write, String kind, String id, String status) {
        Events news = events;
        if (news != null) {
            String target = write.target().name().toLowerCase(Locale.ROOT);
            Map<String, String> facts = Map.of("status", status, "target", target);
            news.tell(Scope.ofWorkspace(write.workspaceId()), kind, id, facts);
        }
    }

    private static GateDecision blocked(String words) {
        return new GateDecision(Answer.BLOCKED, null, words);
    }

    @Override
    public Page<PendingWrite> list(Scope scope, PendingWrite.@Nullable Status status, PageRequest page) {
        return database.read(session -> new PendingWrites(session).list(scope, status, page));
    }

    @Override
    public Optional<PendingWrite> find(Scope scope, String id) {
        return database.read(session -> new PendingWrites(session).find(scope, id));
    }

    @Override
    public PendingWrite approve(Scope scope, String id, String by, @Nullable String resolution) {
        PendingWrite pending = found(scope, id);
        return answered(review.approve(pending, Review.targetOf(pending, targets), by, resolution));
    }

    @Override
    public PendingWrite approveEdited(Scope scope, String id, String text, String by, @Nullable String resolution) {
        PendingWrite pending = found(scope, id);
        return answered(review.approveEdited(pending, text, Review.targetOf(pending, targets), by, resolution));
    }

    @Override
    public PendingWrite reject(Scope scope, String id, String by, @Nullable String resolution) {
        return answered(review.reject(found(scope, id), by, resolution));
    }

    private PendingWrite found(Scope scope, String id) {
        database.write(session -> dropReviewed(session, scope.workspaceId()));
        return find(scope, id)
                .orElseThrow(() -> new IllegalArgumentException("No write that waits has the id '" + id + "'"));
    }

    @Override
    public String name() {
        return "pending writes";
    }

    /** What waits was decided on what stood there then; a change of a memory leaves it as it is. */
    @Override
    public void changed(List<MemoryRecord> records) {}

    @Override
    public void removed(List<MemoryRecord> records) {
        database.write(session -> {
            PendingWrites writes = new PendingWrites(session);
            records.forEach(writes::forget);
            return records.size();
        });
    }

    @Override
    public void cleared(Scope scope) {
        database.write(session -> {
            new PendingWrites(session).clear(scope);
            return scope;
        });
    }
}
