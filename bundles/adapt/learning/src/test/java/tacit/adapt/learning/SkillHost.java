package tacit.adapt.learning;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.skills.AgentSkillFolders;
import tacit.adapt.skills.PlaybookSkillPromoter;
import tacit.adapt.skills.ReviewedProposals;
import tacit.adapt.skills.VersionedSkills;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.adapt.Skills;
import tacit.api.memory.Evidence;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.PlaybookSource;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.playbook.StoredPlaybook;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.SkillHarness;
import tacit.runtime.testkit.SkillJar;

/** Every role of skills over real stores, and what drives them. */
final class SkillHost {

    static final Scope TEAM = Scope.ofWorkspace("w1");
    static final SkillActor ADA = SkillActor.operator("ada");

    final MovingClock clock = new MovingClock();
    final ListAuditLog audit = new ListAuditLog();
    final Switched learning = new Switched(LearningSwitches.USUAL);
    final SqlStateStore states;
    final SqlMemoryStore memories;
    final TraceStore traces;
    final StoredPlaybook playbook;
    final ReviewedProposals proposals;
    final Skills skills;
    final SkillFolders folders;
    final SkillHarness harness = new SkillHarness();
    final SkillJar jar = new SkillJar();
    final GenerationOffers offers;
    final PlaybookSkillPromoter promoter;
    final AuditedSkillDesk desk;

    SkillHost(Database database, Path folder, Map<String, ?> folderSettings) {
        SqlStateStore state = new SqlStateStore(database, new PatternRedactor(), clock);
        states = state;
        FolderFiles files = FolderFiles.of(folder);
        memories = new SqlMemoryStore(database, clock);
        traces = new SqlTraceStore(database);
        playbook = new StoredPlaybook(memories, clock, Configurations.of(StoredPlaybook.Config.class, Map.of()));
        proposals = new ReviewedProposals(state, files, clock);
        skills = harness.facade(
                Skills.class,
                offered -> new VersionedSkills(
                        state,
                        traces,
                        files,
                        clock,
                        Configurations.of(VersionedSkills.Config.class, Map.of("offered", offered))));
        folders = harness.facade(SkillFolders.class, offered -> {
            Map<String, Object> all = new TreeMap<>(folderSettings);
            all.put("offered", offered);
            return new AgentSkillFolders(state, files, clock, Configurations.of(AgentSkillFolders.Config.class, all));
        });
        offers = new GenerationOffers(harness, jar, jar, skills);
        promoter = new PlaybookSkillPromoter(
                memories, state, files, clock, Configurations.of(PlaybookSkillPromoter.Config.class, Map.of()));
        desk = new AuditedSkillDesk(skills, proposals, folders, offers, audit);
    }

    SkillRound round(Map<String, ?> settings) {
        return new SkillRound(
                traces, skills, promoter, audit, learning, Configurations.of(SkillRound.Config.class, settings));
    }

    /** A run that was recorded and went into the playbook. */
    PlaybookEntry learnt(String run, String goal, @Nullable String user) {
        run(run, OutcomeLabel.SUCCESS, user, Map.of());
        Visibility visibility = user == null ? Visibility.SHARED : Visibility.PRIVATE;
        List<Evidence> evidence = List.of(Evidence.of(Evidence.Kind.TRACE, run));
        return playbook.capture(
                new Scope("w1", user),
                new PlaybookEpisode(
                        run,
                        goal,
                        "Please: " + goal + " as " + run,
                        List.of("look", "do"),
                        List.of(new PlaybookEpisode.ToolUse("shell", new TreeMap<>())),
                        PlaybookEpisode.Outcome.SUCCESS,
                        null,
                        null,
                        List.of(),
                        new PlaybookSource(TrustLane.RESULT, visibility, evidence)));
    }

    void run(String id, OutcomeLabel label, @Nullable String user, Map<String, Object> attributes) {
        Trace trace = Trace.builder(id)
                .workspaceId("w1")
                .userId(user)
                .startedAt(clock.instant())
                .status(TraceStatus.COMPLETED)
                .attributes(attributes)
                .build();
        Outcome outcome = new Outcome(label, null, OutcomeSource.GRADER, null, null, null, null);
        traces.append(TEAM, List.of(new TraceUpdate(trace, List.of(), List.of(outcome))));
    }

    void used(String run, OutcomeLabel label, String skill) {
        run(run, label, null, Map.of(Attribute.SKILLS_USED, skill));
    }

    /** Proposes, as an agent does. */
    String proposed(String id, String prompt, String... runs) {
        SkillDraft draft = new SkillDraft(id, "Release notes", "Writes release notes", prompt, "", "", List.of(), true);
        SkillActor agent = new SkillActor(SkillActor.Kind.AGENT, "coder");
        return String.valueOf(proposals
                .propose(
                        TEAM,
                        new SkillProposalDraft("It recurs", List.of(), List.of(), "", draft, agent, List.of(runs)))
                .proposalId());
    }
}
