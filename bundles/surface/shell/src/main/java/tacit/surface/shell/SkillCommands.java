package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillChange;
import tacit.api.adapt.SkillDesk;
import tacit.api.adapt.SkillEvalReport.CaseResult;
import tacit.api.adapt.SkillFilesReport;
import tacit.api.adapt.SkillImport;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.SkillReviewReceipt;
import tacit.api.adapt.Skills;
import tacit.api.store.Scope;

/** Commands that let an operator see skills and decide on those that are proposed. */
@Component(
        service = SkillCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=skills"})
public final class SkillCommands {

    private static final String KNOWN = "list, show ID, proposals, approve ID [--prove],"
            + " offer NAME VERSION --reason, reject ID --reason, eval ID, export DIR,"
            + " import DIR, sync, retire NAME --reason, history NAME or rollback NAME VERSION";
    private static final SkillActor OPERATOR = SkillActor.operator(Words.OPERATOR);

    private final Skills skills;
    private final SkillProposals proposals;
    private final SkillDesk desk;

    @Activate
    public SkillCommands(@Reference Skills skills, @Reference SkillProposals proposals, @Reference SkillDesk desk) {
        this.skills = skills;
        this.proposals = proposals;
        this.desk = desk;
    }

    @Descriptor("lists skills, or one of: " + KNOWN)
    public void skills(
            CommandSession session,
            @Descriptor("why it is approved, rejected or retired") @Parameter(names = "--reason", absentValue = "")
                    String reason,
            @Descriptor("under which name it is approved") @Parameter(names = "--name", absentValue = "") String name,
            @Descriptor("pending, approved or rejected; all unless told")
                    @Parameter(names = "--status", absentValue = "")
                    String status,
            @Descriptor("approved to be proved first: agents are not told of it")
                    @Parameter(names = "--prove", presentValue = "true", absentValue = "false")
                    boolean prove,
            @Descriptor("with those that are retired")
                    @Parameter(names = "--retired", presentValue = "true", absentValue = "false")
                    boolean retired,
            @Descriptor("whose; the workspace's own unless told") @Parameter(names = "--user", absentValue = "")
                    String user,
            @Descriptor("rows to show, up to 1000") @Parameter(names = "--limit", absentValue = "50") int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Scope scope = new Scope(workspace, Words.optional(user));
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> printer.print(Rows.of(skills.list(scope, retired, limit), skill -> row(scope, skill)), json);
            case "proposals" ->
                printer.print(
                        Rows.of(
                                proposals.list(scope, Words.optional(SkillProposal.Status.class, status), limit),
                                SkillCommands::row),
                        json);
            case "history" ->
                printer.print(
                        Rows.of(
                                skills.history(scope, Words.only("skills history needs a name", words)),
                                version -> Rows.row(
                                        "version", version.version(),
                                        "at", version.at(),
                                        "by", version.by().name(),
                                        "note", version.note(),
                                        "proposal", version.proposalId())),
                        json);
            case "show" -> printer.print(shown(scope, Words.only("skills show needs an id", words)), json);
            case "approve" -> printer.print(approved(scope, prove, name, Words.optional(reason), words), json);
            default -> printer.print(act(scope, verb, Words.optional(reason), words), json);
        }
    }

    private Rows act(Scope scope, String verb, @Nullable String reason, String... words) {
        return switch (verb) {
            case "reject" -> decided(desk.reject(scope, subject(words), OPERATOR, because(reason)));
            case "retire" -> changed(scope, desk.retire(scope, subject(words), OPERATOR, because(reason)));
            case "rollback" -> rolledBack(scope, words);
            case "offer" -> offered(scope, because(reason), words);
            case "eval" -> evaluated(scope, subject(words));
            case "export" -> files(desk.export(scope, subject(words), List.of(), OPERATOR));
            case "import" -> imported(desk.importFolder(scope, subject(words), OPERATOR));
            case "sync" -> files(desk.sync(scope, OPERATOR));
            default -> throw new IllegalArgumentException("skills knows " + KNOWN + ", got '" + verb + "'");
        };
    }

    private Rows approved(Scope scope, boolean prove, String name, @Nullable String reason, String... words) {
        String id = subject(words);
        @Nullable String as = Words.optional(name);
        return decided(
                prove
                        ? desk.approveForProof(scope, id, OPERATOR, as, reason)
                        : desk.approve(scope, id, OPERATOR, as, reason));
    }

    private Rows offered(Scope scope, String reason, String... words) {
        if (words.length != 3) {
            throw new IllegalArgumentException("skills offer needs a name and a version");
        }
        return changed(scope, desk.offer(scope, words[1], (int) Words.number(words[2]), OPERATOR, reason));
    }

    private static String subject(String... words) {
        return Words.only("skills " + words[0] + " needs one id, name or folder", words);
    }

    private static String because(@Nullable String reason) {
        if (reason == null) {
            throw new IllegalArgumentException("A reason must be given by --reason");
        }
        return reason;
    }

    private Rows rolledBack(Scope scope, String... words) {
        if (words.length != 3) {
            throw new IllegalArgumentException("skills rollback needs a name and a version");
        }
        return changed(scope, desk.rollBack(scope, words[1], (int) Words.number(words[2]), OPERATOR));
    }

    private Map<String, @Nullable Object> shown(Scope scope, String id) {
        return proposals
                .find(scope, id)
                .map(SkillCommands::details)
                .or(() -> skills.find(scope, id).map(skill -> details(scope, skill)))
                .orElseThrow(() -> new IllegalArgumentException("Cannot find skill or proposal '" + id + "'"));
    }

    private static Rows decided(SkillReviewReceipt receipt) {
        if (!receipt.done() || receipt.proposal() == null) {
            throw new IllegalArgumentException(receipt.reason());
        }
        return told(row(receipt.proposal()), receipt.reason(), receipt.files());
    }

    private Rows changed(Scope scope, SkillChange change) {
        if (!change.done() || change.skill() == null) {
            throw new IllegalArgumentException(change.reason());
        }
        return told(row(scope, change.skill()), change.reason(), change.files());
    }

    private static Rows told(Map<String, @Nullable Object> row, String notOffered, SkillFilesReport files) {
        row.put("not offered", Words.optional(notOffered));
        row.put("files", String.join(", ", files.written()));
        row.put("files kept", Words.optional(String.join(", ", files.kept().keySet())));
        return Rows.of(List.of(row), one -> one);
    }

    private Rows evaluated(Scope scope, String id) {
        List<CaseResult> cases = proposals
                .evaluate(scope, id, List.of())
                .orElseThrow(() -> new IllegalArgumentException("Cannot find proposal '" + id + "'"))
                .cases();
        return Rows.of(
                cases,
                result -> Rows.row(
                        "case", result.id(),
                        "passed", result.passed(),
                        "score", result.score(),
                        "missing", String.join(", ", result.missingSignals()),
                        "forbidden", String.join(", ", result.forbiddenFound()),
                        "missing tools", String.join(", ", result.missingTools())));
    }

    private static Rows files(SkillFilesReport files) {
        Stream<List<String>> rows = Stream.of(
                        files.written().stream().map(path -> List.of(path, "written")),
                        files.removed().stream().map(path -> List.of(path, "removed")),
                        files.kept().entrySet().stream().map(kept -> List.of(kept.getKey(), kept.getValue())))
                .flatMap(some -> some);
        return Rows.of(rows.toList(), row -> Rows.row("file", row.get(0), "what", row.get(1)));
    }

    private static Rows imported(SkillImport done) {
        Stream<List<String>> rows = Stream.concat(
                done.proposals().entrySet().stream()
                        .map(one -> List.of(
                                one.getKey(),
                                one.getValue().proposalId() == null
                                        ? one.getValue().reason()
                                        : one.getValue().proposalId())),
                done.refused().entrySet().stream().map(one -> List.of(one.getKey(), one.getValue())));
        return Rows.of(rows.toList(), row -> Rows.row("file", row.get(0), "proposal", row.get(1)));
    }

    private Map<String, @Nullable Object> row(Scope scope, Skill skill) {
        @Nullable
        Integer offered = skills.offered(scope, skill.name())
                .map(one -> one.current().version())
                .orElse(null);
        return Rows.row(
                "name", skill.name(),
                "state", skill.state(),
                "version", skill.current().version(),
                "offered", offered,
                "worked", skill.uses().successes(),
                "failed", skill.uses().failures(),
                "since", skill.createdAt(),
                "description", skill.current().content().description());
    }

    private static Map<String, @Nullable Object> row(SkillProposal proposal) {
        return Rows.row(
                "id", proposal.id(),
                "kind", proposal.kind(),
                "status", proposal.status(),
                "by", proposal.proposer().name(),
                "skill", proposal.draft().id(),
                "problem", proposal.problemStatement());
    }

    private Map<String, @Nullable Object> details(Scope scope, Skill skill) {
        Map<String, @Nullable Object> details = row(scope, skill);
        details.put("evidence", String.join("\n", skill.current().evidence()));
        details.put("prompt", skill.current().content().prompt());
        return details;
    }

    private static Map<String, @Nullable Object> details(SkillProposal proposal) {
        Map<String, @Nullable Object> details = row(proposal);
        details.put("evidence", String.join("\n", proposal.evidence()));
        details.put("tools", String.join(", ", proposal.requiredTools()));
        details.put("risk", proposal.riskNote());
        details.put(
                "reason", proposal.review() == null ? null : proposal.review().reason());
        details.put("description", proposal.draft().description());
        details.put("prompt", proposal.draft().prompt());
        return details;
    }
}
