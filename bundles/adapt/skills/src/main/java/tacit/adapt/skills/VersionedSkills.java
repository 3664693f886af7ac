package tacit.adapt.skills;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillChange;
import tacit.api.adapt.SkillFilesReport;
import tacit.api.adapt.SkillProposal.Kind;
import tacit.api.adapt.SkillUses;
import tacit.api.adapt.SkillVersion;
import tacit.api.adapt.Skills;
import tacit.api.adapt.StateStore;
import tacit.api.harness.Role;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceStore;

/** Keeps every version of each skill, and how its runs came out. Stateless. */
@Component(property = Role.PROPERTY + "=skills")
@Designate(ocd = VersionedSkills.Config.class)
public final class VersionedSkills implements Skills {

    private final TraceStore traces;
    private final Clock clock;
    private final Documents documents;
    private final ProposalBook book;
    private final Shelf shelf;
    private final OfferedShelf offered;
    private final Refusals refusals;
    private final UseCounts uses;
    private final Folders folders;
    private final int failures;

    /** When a skill is proposed to be retired. */
    @ObjectClassDefinition(name = "Tacit skills")
    public @interface Config {

        @AttributeDefinition(
                name = "Failures before retirement",
                description = "A retirement is proposed after so many failures, if they are more than the successes,"
                        + " from 1 to 1000",
                min = "1",
                max = "1000")
        int retire_failures() default 3;

        @AttributeDefinition(
                name = "Offered",
                description =
                        "The skills that agents may read, as WORKSPACE/NAME@VERSION"
                                + " in a line each, or WORKSPACE/- for none; a workspace that is not named offers what is active")
        String offered() default "";
    }

    @Activate
    public VersionedSkills(
            @Reference StateStore state,
            @Reference TraceStore traces,
            @Reference WorkspaceFiles files,
            @Reference Clock clock,
            Config config) {
        if (config.retire_failures() < 1 || config.retire_failures() > 1000) {
            throw new IllegalArgumentException("retire.failures must be in [1, 1000], got " + config.retire_failures());
        }
        this.traces = traces;
        this.clock = clock;
        failures = config.retire_failures();
        documents = new Documents(state);
        book = new ProposalBook(documents, new ProposalFiles(files));
        shelf = new Shelf(documents);
        offered = OfferedShelf.of(shelf, config.offered());
        refusals = new Refusals(documents);
        uses = new UseCounts(state);
        folders = new Folders(documents, files);
    }

    @Override
    public List<Skill> list(Scope scope, boolean retired, int limit) {
        return (retired ? shelf.list(scope) : shelf.active(scope))
                .stream()
                        .limit(Limits.rows(limit))
                        .map(skill -> skill.seen(uses.of(scope, skill.name())))
                        .toList();
    }

    @Override
    public Optional<Skill> find(Scope scope, String name) {
        return shelf.find(scope, name).map(skill -> skill.seen(uses.of(scope, skill.name())));
    }

    @Override
    public Optional<Skill> offered(Scope scope, String name) {
        return offered.find(scope, name).map(skill -> skill.seen(uses.of(scope, skill.name())));
    }

    @Override
    public List<SkillVersion> history(Scope scope, String name) {
        return shelf.find(scope, name).stream()
                .flatMap(skill -> skill.versions().stream())
                .map(StoredSkill.Version::seen)
                .toList();
    }

    @Override
    public SkillChange rollBack(Scope scope, String name, int version, SkillActor by) {
        Instant now = clock.instant();
        Optional<Skill> before = find(scope, name);
        Optional<StoredSkill> changed = shelf.change(scope, name, skill -> skill.version(version)
                .filter(earlier -> earlier.number() != skill.current().number())
                .map(earlier -> skill.saying(earlier.content(), null, by, "back to version " + earlier.number(), now))
                .orElse(null));
        return changed.map(skill -> changed(scope, skill))
                .orElseGet(() -> SkillChange.refused(
                        before.isEmpty()
                                ? "Cannot find skill '" + name + "'"
                                : "Skill '" + name + "' has no earlier version " + version,
                        before.orElse(null)));
    }

    @Override
    public SkillChange retire(Scope scope, String name, SkillActor by, String reason) {
        Instant now = clock.instant();
        Optional<Skill> before = find(scope, name);
        Optional<StoredSkill> changed =
                shelf.change(scope, name, skill -> skill.state() == Skill.State.RETIRED ? null : skill.retired(now));
        changed.ifPresent(skill ->
                refusals.remember(scope, skill.current().content(), "retired by " + by.name() + ": " + reason, now));
        return changed.map(skill -> changed(scope, skill))
                .orElseGet(() -> SkillChange.refused(
                        before.isEmpty() ? "Cannot find skill '" + name + "'" : "Skill '" + name + "' is retired",
                        before.orElse(null)));
    }

    private SkillChange changed(Scope scope, StoredSkill skill) {
        return new SkillChange(true, "", skill.seen(uses.of(scope, skill.name())), SkillFilesReport.NOTHING);
    }

    @Override
    public List<String> countUse(Scope scope, String traceId) {
        Optional<RecordedTrace> run = traces.find(Scope.ofWorkspace(scope.workspaceId()), traceId);
        List<String> counted = new ArrayList<>();
        for (String name : run.map(UsedSkills::of).orElse(Set.of())) {
            for (Scope owner : owners(scope, run.get())) {
                if (shelf.find(owner, name).isPresent()) {
                    OutcomeLabel label = run.get().trace().outcome().label();
                    uses.count(owner, name, traceId, label);
                    counted.add(name);
                    proposeRetirement(owner, name);
                }
            }
        }
        return List.copyOf(counted);
    }

    /** Whose skills a run could use: the workspace's, and those of its user. */
    private static List<Scope> owners(Scope scope, RecordedTrace run) {
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        String user = run.trace().userId();
        return user == null ? List.of(workspace) : List.of(workspace, new Scope(scope.workspaceId(), user));
    }

    private void proposeRetirement(Scope owner, String name) {
        SkillUses counted = uses.of(owner, name);
        if (counted.failures() < failures || counted.failures() <= counted.successes()) {
            return;
        }
        shelf.find(owner, name)
                .filter(skill -> skill.state() == Skill.State.ACTIVE)
                .ifPresent(skill -> book.add(
                        owner,
                        StoredProposal.of(
                                Kind.RETIREMENT,
                                skill.current().content().named(name),
                                SkillActor.HOST,
                                Signatures.ofRetirement(name, skill.current().number(), counted.failures()),
                                clock.instant())));
    }

    @Override
    public int forget(Scope scope, List<String> traceIds, List<String> texts) {
        return new Forgetting(documents, book, shelf, uses, folders, clock.instant())
                .forget(scope.workspaceId(), traceIds, texts);
    }

    @Override
    public int clear(Scope scope) {
        return new Forgetting(documents, book, shelf, uses, folders, clock.instant()).clear(scope);
    }
}
