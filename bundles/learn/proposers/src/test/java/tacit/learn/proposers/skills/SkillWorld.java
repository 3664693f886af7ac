package tacit.learn.proposers.skills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.ComponentServiceObjects;
import tacit.adapt.learning.AuditedSkillDesk;
import tacit.adapt.learning.GenerationOffers;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.skills.AgentSkillFolders;
import tacit.adapt.skills.PlaybookSkillPromoter;
import tacit.adapt.skills.ReviewedProposals;
import tacit.adapt.skills.SkillFragments;
import tacit.adapt.skills.VersionedSkills;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.adapt.Skills;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.Proposer;
import tacit.api.generation.GenerationListener;
import tacit.api.generation.Trials;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemorySource;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookEpisode.PlaybookSource;
import tacit.api.memory.PlaybookEpisode.ToolUse;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.experiments.StoredExperiments;
import tacit.learn.gate.BettingTest;
import tacit.learn.gate.StatisticalGate;
import tacit.learn.proposers.ListCases;
import tacit.learn.proposers.Wiring;
import tacit.learn.runs.AgentRunEvaluator;
import tacit.memory.playbook.StoredPlaybook;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.SkillHarness;
import tacit.runtime.testkit.SkillJar;

/** The real parts from the playbook to the gate over a real store; generations and trials are in memory. */
final class SkillWorld {

    static final Scope SCOPE = Scope.ofDefaultWorkspace();
    static final SkillActor ADA = SkillActor.operator("ada");
    private static final int TASKS = 12;

    final MovingClock clock = new MovingClock();
    final ListAuditLog audit = new ListAuditLog();
    final SkillHarness harness = new SkillHarness();
    final SkillJar jar = new SkillJar();
    final SqlTraceStore traces;
    final StoredPlaybook playbook;
    final PlaybookSkillPromoter promoter;
    final ReviewedProposals proposals;
    final Skills skills;
    final MemorySource fragments;
    final GenerationOffers offers;
    final AuditedSkillDesk desk;
    final SkillProposer proposer;
    final ReadingAgent agent;
    final Experiments experiments;

    SkillWorld(Database database, Path folder) throws IOException {
        SqlStateStore state = new SqlStateStore(database, new PatternRedactor(), clock);
        FolderFiles files = FolderFiles.of(folder);
        SqlMemoryStore memories = new SqlMemoryStore(database, clock);
        traces = new SqlTraceStore(database);
        playbook = new StoredPlaybook(memories, clock, Configurations.of(StoredPlaybook.Config.class, Map.of()));
        promoter = new PlaybookSkillPromoter(
                memories, state, files, clock, Configurations.of(PlaybookSkillPromoter.Config.class, Map.of()));
        proposals = new ReviewedProposals(state, files, clock);
        skills = harness.facade(
                Skills.class,
                offered -> new VersionedSkills(
                        state, traces, files, clock, settings(VersionedSkills.Config.class, offered)));
        fragments = harness.facade(
                MemorySource.class,
                offered -> new SkillFragments(state, settings(SkillFragments.Config.class, offered)));
        SkillFolders folders = harness.facade(
                SkillFolders.class,
                offered ->
                        new AgentSkillFolders(state, files, clock, settings(AgentSkillFolders.Config.class, offered)));
        offers = new GenerationOffers(harness, jar, jar, skills);
        desk = new AuditedSkillDesk(skills, proposals, folders, offers, audit);
        proposer = new SkillProposer(offers, skills, promoter);
        agent = new ReadingAgent(traces, harness, fragments, skills);
        experiments = experiments(database, folder);
        harness.listeners.add((GenerationListener) experiments);
    }

    private static <T> T settings(Class<T> type, String offered) {
        return Configurations.of(type, Map.of("offered", offered));
    }

    private Experiments experiments(Database database, Path folder) throws IOException {
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            tasks.add("Close the books of month " + i);
        }
        Path file = Files.write(folder.resolve("tasks.txt"), tasks);
        AgentRunEvaluator runs = new AgentRunEvaluator(
                harness,
                harness,
                traces,
                clock,
                Configurations.of(
                        AgentRunEvaluator.Config.class, Map.of("command", "agent", "tasks", file.toString())));
        runs.bindExecutor(agent);
        return new Wiring(
                        List.of(
                                database,
                                harness,
                                jar,
                                new ListCases(),
                                new StatisticalGate(),
                                new BettingTest(),
                                runs,
                                audit,
                                new PatternRedactor(),
                                traces,
                                new Sought(harness),
                                clock),
                        Map.of("data_directory", folder.resolve("data").toString()))
                .make(StoredExperiments.class);
    }

    /** What a proposer is told now. */
    Proposer.Context context() {
        return new Proposer.Context(
                clock.instant(),
                experiments.list(SCOPE, Set.of(), PageRequest.first(1_000)).rows(),
                List.of(),
                3,
                100);
    }

    /** A run that went well and into the playbook; its steps are what a skill will say. */
    void worked(String run, String step) {
        playbook.capture(
                SCOPE,
                new PlaybookEpisode(
                        run,
                        "Close the books of a month",
                        "Please close the books of a month, " + run,
                        List.of(step),
                        List.of(new ToolUse("sql", new TreeMap<>())),
                        Outcome.SUCCESS,
                        null,
                        null,
                        List.of(),
                        new PlaybookSource(
                                TrustLane.RESULT, Visibility.SHARED, List.of(Evidence.of(Evidence.Kind.TRACE, run)))));
    }

    /** Proposes as an agent does; answers the receipt's id, or its reason where it is refused. */
    String written(String name, String prompt) {
        SkillDraft draft =
                new SkillDraft(name, "Close the books", "Closes the books of a month", prompt, "", "", List.of(), true);
        var receipt = proposals.propose(
                SCOPE,
                new SkillProposalDraft(
                        "Books are closed by hand",
                        List.of(),
                        List.of(),
                        "",
                        draft,
                        new SkillActor(SkillActor.Kind.AGENT, "coder"),
                        List.of()));
        return receipt.proposalId() == null ? receipt.reason() : receipt.proposalId();
    }

    /** What the next prompt is told of. */
    List<String> told() {
        ContextRequest request =
                new ContextRequest("default", "Close the books of month 77", Audience.ofUser(null), clock.instant(), 5);
        return fragments.fragments(request).stream().map(one -> one.key()).toList();
    }

    private record Sought(Trials trials) implements ComponentServiceObjects<Trials> {

        @Override
        public Trials getService() {
            return trials;
        }

        @Override
        public void ungetService(Trials service) {}

        @Override
        public org.osgi.framework.ServiceReference<Trials> getServiceReference() {
            throw new UnsupportedOperationException();
        }
    }
}
