package tacit.pulse.approvals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AuditLog;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approval.State;
import tacit.api.autonomy.Approvals;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionRule;
import tacit.api.event.Events;
import tacit.api.ingest.Redactor;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Keeps acts, answers, rules and what was earned in the database. Thread-safe. */
@Component(service = {Approvals.class, StoredApprovals.class})
@Designate(ocd = StoredApprovals.Config.class)
public final class StoredApprovals implements Approvals {

    static final String OWNER = "tacit.pulse.approvals";

    private final Database database;
    private final Judge judge;
    private final AutomationProfiles profiles;
    private final Clock clock;
    private final Cleaning cleaning;
    private final Rules rules;
    private final Measuring measuring;
    private final Answering answering;
    private final Duration expiry;
    private final Bell bell;

    /** Hears of what waits for an answer, where somebody listens. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    /** How the inbox keeps what waits. */
    @ObjectClassDefinition(name = "Tacit inbox of approvals")
    public @interface Config {

        @AttributeDefinition(
                name = "Expiry",
                description = "Hours until a question that nobody answered expires and its task is told so, in"
                        + " [0, 8760]; 0 for never")
        int expiry_hours() default 168;

        @AttributeDefinition(
                name = "Files may allow",
                description = "Whether rules in the folder of a workspace may allow something. What runs there could"
                        + " write them; rules that ask or deny always count")
        boolean manifest_allows() default false;
    }

    @Activate
    public StoredApprovals(
            @Reference Database database,
            @Reference Judge judge,
            @Reference AutomationProfiles profiles,
            @Reference WorkspaceFiles files,
            @Reference AuditLog audit,
            @Reference Redactor redactor,
            @Reference Clock clock,
            @Reference Bell bell,
            Config config) {
        if (config.expiry_hours() < 0 || config.expiry_hours() > 8760) {
            throw new IllegalArgumentException("expiry.hours must be in [0, 8760], got " + config.expiry_hours());
        }
        this.database = database;
        this.judge = judge;
        this.profiles = profiles;
        this.clock = clock;
        this.bell = bell;
        expiry = Duration.ofHours(config.expiry_hours());
        cleaning = new Cleaning(redactor);
        rules = new Rules(database, new PolicyFile(files, config.manifest_allows()), audit, clock);
        measuring = new Measuring(database, judge.policy(), audit, clock);
        answering = new Answering(database, cleaning, audit, clock, bell);
        database.migrate(OWNER, StoredApprovals.class);
    }

    @Override
    public AgentConfig config(String profileId) {
        AutomationProfile profile = profiles.find(profileId)
                .orElseThrow(() -> new IllegalArgumentException("Cannot find profile '" + profileId + "'"));
        return judge.posture(Subject.ofProfile(profile)).config();
    }

    @Override
    public Approval ask(ActionRequest request) {
        cleaning.check(request);
        Optional<Approval> there = database.read(session -> new EntryRows(session).ofRequest(request.id()));
        if (there.isPresent()) {
            return same(there.get(), request);
        }
        ActionRequest clean = cleaning.request(request);
        String fingerprint = Digest.fingerprint(clean);
        EntryRows.Denials denials = database.read(session -> new EntryRows(session).denials(fingerprint));
        List<PermissionRule> all = rules.of(request.workspaceId(), request.profileId());
        PermissionDecision decision = judge.judge(request, Map.of(), all, measuring.of(request), denials);
        Approval entry = entry(clean, decision, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Approval kept = database.write(session -> {
            EntryRows rows = new EntryRows(session);
            rows.add(entry, fingerprint, denials);
            return rows.ofRequest(request.id()).orElseThrow();
        });
        if (decision.rule().equals(Approval.TOLD)) {
            bell.ring();
        }
        tellWaiting(kept);
        return same(kept, request);
    }

    private void tellWaiting(Approval kept) {
        Events news = events;
        if (news != null && kept.state() == State.PENDING) {
            ActionRequest request = kept.request();
            String type = request.type().name().toLowerCase(Locale.ROOT);
            Map<String, String> facts = Map.of("type", type, "profile", request.profileId());
            news.tell(Scope.ofWorkspace(request.workspaceId()), "approval.waiting", kept.id(), facts);
        }
    }

    /** One id is one act: another profile learns nothing of it. */
    private static Approval same(Approval there, ActionRequest request) {
        ActionRequest known = there.request();
        if (!known.workspaceId().equals(request.workspaceId())
                || !known.profileId().equals(request.profileId())
                || known.type() != request.type()
                || !known.action().equals(request.action())) {
            throw new IllegalArgumentException("id must be that of another act, got '" + request.id() + "' once more");
        }
        return there;
    }

    private Approval entry(ActionRequest request, PermissionDecision decision, Instant now) {
        String id = Digest.of("ap-", request.id());
        PermissionDecision said = new PermissionDecision(
                decision.effect(),
                decision.posture(),
                decision.rule(),
                cleaning.reason(decision.reason()),
                decision.persistence());
        return switch (decision.effect()) {
            case ALLOW -> new Approval(id, request, said, State.APPROVED, "policy", null, null, now, now, null);
            case DENY -> new Approval(id, request, said, State.DENIED, "policy", null, null, now, now, null);
            case ASK ->
                new Approval(
                        id,
                        request,
                        said,
                        State.PENDING,
                        null,
                        null,
                        null,
                        now,
                        null,
                        expiry.isZero() ? null : now.plus(expiry));
        };
    }

    @Override
    public Optional<Approval> answer(
            String id, boolean allow, String by, @Nullable String note, @Nullable String keep) {
        Optional<Approval> answered = answering.answer(id, allow, by, note, keep);
        rules.show();
        return answered;
    }

    /** Ends what nobody answered in time, and brings the files of workspaces up to date. */
    void tidy() {
        answering.expire();
        rules.show();
    }

    @Override
    public void outcome(String id, boolean success) {
        find(id).filter(entry -> entry.state() == State.APPROVED && entry.outcome() == null)
                .ifPresent(entry -> measuring.outcome(entry, success));
    }

    @Override
    public boolean withdraw(String id, String reason) {
        return answering.withdraw(id, reason);
    }

    @Override
    public Optional<Approval> find(String id) {
        return database.read(session -> new EntryRows(session).find(id));
    }

    @Override
    public Page<Approval> list(
            @Nullable Scope scope, @Nullable State state, @Nullable String profileId, PageRequest page) {
        return database.read(session -> new EntryRows(session).list(scope, state, profileId, page));
    }

    @Override
    public List<EarnedAutonomy> earned(@Nullable String profileId) {
        return measuring.list(profileId);
    }

    @Override
    public void demote(String profileId, String targetKey, String action, String by, String reason) {
        measuring.demote(profileId, targetKey, action, by, cleaning.reason(reason));
    }

    @Override
    public List<PermissionRule> rules(@Nullable String workspaceId, @Nullable String profileId) {
        return rules.of(workspaceId, profileId);
    }

    @Override
    public void rule(@Nullable String workspaceId, @Nullable String profileId, PermissionRule rule, String by) {
        rules.keep(workspaceId, profileId, rule, by);
    }

    @Override
    public boolean removeRule(String id, String by) {
        return rules.remove(id, by);
    }

    @Override
    public DryRun dryRun(
            @Nullable String profileId, Instant since, Map<String, String> changes, List<PermissionRule> more) {
        return new Rehearsal(database, judge, rules, measuring).run(profileId, since, changes, more);
    }
}
