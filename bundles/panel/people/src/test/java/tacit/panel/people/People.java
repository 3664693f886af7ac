package tacit.panel.people;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.adapt.learning.AuditedSkillDesk;
import tacit.adapt.learning.GenerationOffers;
import tacit.adapt.persona.TablePersonaAdapter;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.skills.AgentSkillFolders;
import tacit.adapt.skills.ReviewedProposals;
import tacit.adapt.skills.VersionedSkills;
import tacit.adapt.style.StoredPersonality;
import tacit.adapt.style.StoredStyle;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.BriefingSection;
import tacit.api.adapt.Estimate;
import tacit.api.adapt.Evolution;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.GenerationSuccess;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.adapt.Trend;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.SkillHarness;
import tacit.runtime.testkit.SkillJar;
import tacit.runtime.testkit.TestDatabase;

/** The panels on real roles of style and skills. */
final class People implements AutoCloseable {

    static final String ATTACK = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7*7 }}";

    final TestDatabase database = Engine.HSQLDB.open();
    final ListAuditLog audit = new ListAuditLog();
    final ReviewedProposals proposals;
    final VersionedSkills skills;
    final StoredStyle style;
    final SkillsPanel skillsPanel = new SkillsPanel();
    final StylePanel stylePanel = new StylePanel(audit);
    final MetricsPanel metricsPanel = new MetricsPanel();
    final FeedbackPanel feedbackPanel = new FeedbackPanel();
    final PersonaPanel personaPanel = new PersonaPanel();
    final BriefingPanel briefingPanel = new BriefingPanel();
    final Said said = new Said();
    final TablePersonaAdapter persona;
    private final StoredPersonality personality;
    private final AuditedSkillDesk desk;
    private final AgentSkillFolders folders;

    People(Path folder) {
        MovingClock clock = new MovingClock();
        SqlStateStore state = new SqlStateStore(database.database(), new PatternRedactor(), clock);
        FolderFiles files = FolderFiles.of(folder);
        proposals = new ReviewedProposals(state, files, clock);
        skills = new VersionedSkills(
                state,
                new SqlTraceStore(database.database()),
                files,
                clock,
                Configurations.of(VersionedSkills.Config.class, Map.of()));
        folders =
                new AgentSkillFolders(state, files, clock, Configurations.of(AgentSkillFolders.Config.class, Map.of()));
        SkillJar jar = new SkillJar();
        GenerationOffers offers = new GenerationOffers(new SkillHarness(), jar, jar, skills);
        desk = new AuditedSkillDesk(skills, proposals, folders, offers, audit);
        style = new StoredStyle(state, clock, Configurations.of(StoredStyle.Config.class, Map.of()));
        personality = new StoredPersonality(state, clock);
        persona = new TablePersonaAdapter(
                state, Configurations.of(TablePersonaAdapter.Config.class, Map.of("enabled", true)));
    }

    /** Brings all that may be absent. */
    People whole() {
        skillsPanel.skills = skills;
        skillsPanel.proposals = proposals;
        skillsPanel.desk = desk;
        skillsPanel.folders = folders;
        stylePanel.style = style;
        stylePanel.personality = personality;
        metricsPanel.evolution = new Measured();
        feedbackPanel.desk = said;
        personaPanel.persona = persona;
        personaPanel.style = style;
        personaPanel.personality = personality;
        briefingPanel.evolution = new Measured();
        return this;
    }

    String propose(String words) {
        return String.valueOf(proposals
                .propose(
                        Scope.ofDefaultWorkspace(),
                        new SkillProposalDraft(
                                "Recurs: " + words,
                                List.of(),
                                List.of(),
                                "",
                                new SkillDraft(
                                        "notes", words, "Writes notes", "Read and write", "", "", List.of(), true),
                                new SkillActor(SkillActor.Kind.AGENT, "coder"),
                                List.of()))
                .proposalId());
    }

    @Override
    public void close() {
        database.close();
    }

    /** Two days of figures. */
    private static final class Measured implements Evolution {

        @Override
        public EvolutionSnapshot snapshot(Scope scope) {
            return kept("2026-03-02T12:00:00Z", 25);
        }

        private static EvolutionSnapshot kept(String at, double value) {
            return new EvolutionSnapshot(
                    Instant.parse(at),
                    15,
                    42,
                    List.of(new EvolutionMetric(
                            EvolutionMetric.KNOWLEDGE_GROWTH,
                            "Knowledge growth",
                            value,
                            "entities",
                            Trend.IMPROVING,
                            ATTACK,
                            null,
                            5.0)),
                    63,
                    List.of(new GenerationSuccess("7", 1, 1, new Estimate(0.5, 0.1, 0.9, 2, false))));
        }

        @Override
        public List<EvolutionSnapshot> history(Scope scope, int most) {
            return List.of(kept("2026-03-01T12:00:00Z", 20), kept("2026-02-28T12:00:00Z", 10));
        }

        @Override
        public Briefing briefing(Scope scope, @Nullable String day) {
            BriefingSection.Line line = new BriefingSection.Line(BriefingSection.Status.INFO, ATTACK);
            return new Briefing(
                    day == null ? "2026-03-02" : day,
                    List.of(new BriefingSection("waiting", "Waiting", List.of(line))),
                    ATTACK);
        }
    }
}
