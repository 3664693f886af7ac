package tacit.adapt.skills;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillPromotion;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookEpisode.PlaybookSource;
import tacit.api.memory.PlaybookEpisode.ToolUse;
import tacit.api.memory.PlaybookUse;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.playbook.StoredPlaybook;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.MovingClock;

/** Every role of skills over real stores and a real folder, and short ways to fill them. */
final class Desk {

    static final Scope TEAM = Scope.ofWorkspace("w1");
    static final Scope ANNA = new Scope("w1", "anna");
    static final SkillActor ADA = SkillActor.operator("ada");
    static final SkillActor AGENT = new SkillActor(SkillActor.Kind.AGENT, "coder");

    final MovingClock clock = new MovingClock();
    final Path root;
    final SqlStateStore state;
    final MemoryStore memories;
    final TraceStore traces;
    final FolderFiles files;
    final StoredPlaybook playbook;
    final PlaybookSkillPromoter promoter;
    final ReviewedProposals proposals;
    final VersionedSkills skills;
    final SkillFragments fragments;
    private int runs;

    Desk(Database database, Path folder) {
        root = folder;
        state = new SqlStateStore(database, new PatternRedactor(), clock);
        memories = new SqlMemoryStore(database, clock);
        traces = new SqlTraceStore(database);
        files = FolderFiles.of(folder);
        playbook = new StoredPlaybook(memories, clock, Configurations.of(StoredPlaybook.Config.class, Map.of()));
        promoter = promoter(Map.of());
        proposals = new ReviewedProposals(state, files, clock);
        skills = skills(Map.of());
        fragments = new SkillFragments(state, Configurations.of(SkillFragments.Config.class, Map.of()));
    }

    PlaybookSkillPromoter promoter(Map<String, ?> settings) {
        return new PlaybookSkillPromoter(
                memories, state, files, clock, Configurations.of(PlaybookSkillPromoter.Config.class, settings));
    }

    VersionedSkills skills(Map<String, ?> settings) {
        return new VersionedSkills(
                state, traces, files, clock, Configurations.of(VersionedSkills.Config.class, settings));
    }

    SkillFragments fragments(String offered) {
        return new SkillFragments(state, Configurations.of(SkillFragments.Config.class, Map.of("offered", offered)));
    }

    AgentSkillFolders folders(String synced, String offered) {
        return new AgentSkillFolders(
                state,
                files,
                clock,
                Configurations.of(AgentSkillFolders.Config.class, Map.of("sync_folders", synced, "offered", offered)));
    }

    AgentSkillFolders folders(String synced) {
        return new AgentSkillFolders(
                state, files, clock, Configurations.of(AgentSkillFolders.Config.class, Map.of("sync_folders", synced)));
    }

    /** A run that worked, of nobody in particular. */
    PlaybookEntry worked(String goal, String... tools) {
        return episode(TEAM, goal, Outcome.SUCCESS, null, TrustLane.RESULT, Visibility.SHARED, tools);
    }

    PlaybookEntry failed(String goal, String error) {
        return episode(TEAM, goal, Outcome.FAILURE, error, TrustLane.FOREIGN, Visibility.SHARED);
    }

    PlaybookEntry privately(String goal) {
        return episode(ANNA, goal, Outcome.SUCCESS, null, TrustLane.RESULT, Visibility.PRIVATE, "shell");
    }

    void used(PlaybookEntry entry) {
        String run = "run-" + runs++;
        playbook.reinforce(TEAM, new PlaybookUse(run, List.of(entry.id()), Outcome.SUCCESS, evidence(run)));
    }

    void worked(String goal, int times, String... tools) {
        for (int i = 0; i < times; i++) {
            worked(goal, tools);
        }
    }

    PlaybookEntry episode(
            Scope scope,
            String goal,
            Outcome outcome,
            @Nullable String error,
            TrustLane lane,
            Visibility visibility,
            String... tools) {
        String run = "run-" + runs++;
        return playbook.capture(
                scope,
                new PlaybookEpisode(
                        run,
                        goal,
                        "Please: " + goal + " for " + run,
                        List.of("look around", "do it", "check it"),
                        List.of(tools).stream()
                                .map(tool -> new ToolUse(tool, new TreeMap<>()))
                                .toList(),
                        outcome,
                        error,
                        outcome == Outcome.SUCCESS ? "Look before you leap" : null,
                        List.of(),
                        new PlaybookSource(lane, visibility, evidence(run))));
    }

    private static List<Evidence> evidence(String run) {
        return List.of(Evidence.of(Evidence.Kind.TRACE, run));
    }

    /** Proposes and approves a skill of a pattern. */
    String approved(String goal) {
        worked(goal, 3, "shell");
        SkillPromotion promotion = promoter(Map.of("cooldown_minutes", 0)).maybePropose(TEAM);
        return approved(promotion);
    }

    String approved(SkillPromotion promotion) {
        return name(proposals
                .approve(TEAM, String.valueOf(promotion.proposalId()), ADA, null, null)
                .proposal());
    }

    static String name(tacit.api.adapt.@Nullable SkillProposal proposal) {
        return proposal == null || proposal.review() == null
                ? ""
                : String.valueOf(proposal.review().skillName());
    }

    /** Something that an agent wrote. */
    static SkillProposalDraft written(String id, String prompt, String... runs) {
        return new SkillProposalDraft(
                "Releases are done by hand",
                List.of("Asked for twice"),
                List.of("shell"),
                "",
                new SkillDraft(
                        id,
                        "Release notes",
                        "Writes release notes from commits. Use when a release is due.",
                        prompt,
                        "tag",
                        "writing",
                        List.of(),
                        true),
                AGENT,
                List.of(runs));
    }

    /** Approves what an agent wrote. */
    String approvedWritten(String id, String prompt, String... runs) {
        String proposal = String.valueOf(
                proposals.propose(TEAM, written(id, prompt, runs)).proposalId());
        return name(proposals.approve(TEAM, proposal, ADA, null, null).proposal());
    }

    /** A recorded run that did this, and came out so. */
    void run(String id, OutcomeLabel label, @Nullable String user, Map<String, Object> attributes, Span... spans) {
        Trace trace = Trace.builder(id)
                .workspaceId("w1")
                .userId(user)
                .attributes(attributes)
                .build();
        List<tacit.api.trace.Outcome> outcomes = label == OutcomeLabel.UNKNOWN
                ? List.of()
                : List.of(new tacit.api.trace.Outcome(label, null, OutcomeSource.GRADER, null, null, null, null));
        traces.append(TEAM, List.of(new TraceUpdate(trace, List.of(spans), outcomes)));
    }

    String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }
}
