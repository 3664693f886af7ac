package tacit.learn.evals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureClusters;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextTombstones;

/** Takes texts back from cases, which are called after the families of failures that they were made of. Thread-safe. */
@Component
public final class CaseTexts implements EvidenceTexts {

    private final Database database;
    private final EvalCases cases;
    private final FailureClusters clusters;

    @Activate
    public CaseTexts(@Reference Database database, @Reference EvalCases cases, @Reference FailureClusters clusters) {
        this.database = database;
        this.cases = cases;
        this.clusters = clusters;
    }

    /** After that of the failures, so that what the families are called is clean when it is read again. */
    @Override
    public String name() {
        return "failures, as cases";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return rename(scope, TextTombstones.of(texts));
    }

    @Override
    public int forgetUser(Scope scope) {
        return rename(scope, TextTombstones.of(List.of()));
    }

    /** A case is nobody's; it may be called after what one user's run said. */
    @Override
    public OptionalLong heldOf(Scope scope) {
        return OptionalLong.empty();
    }

    private int rename(Scope scope, TextTombstones words) {
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        List<EvalCase> changed = new ArrayList<>();
        Page<EvalCase> page = cases.list(workspace, PageRequest.first(PageRequest.MAX_LIMIT));
        while (!page.rows().isEmpty()) {
            for (EvalCase known : page.rows()) {
                EvalCase renamed = renamed(workspace, known, words);
                if (!renamed.equals(known)) {
                    changed.add(renamed);
                }
            }
            page = cases.list(
                    workspace, new PageRequest(page.offset() + page.rows().size(), PageRequest.MAX_LIMIT));
        }
        changed.forEach(renamed -> database.write(session -> write(session, workspace, renamed)));
        return changed.size();
    }

    private EvalCase renamed(Scope scope, EvalCase known, TextTombstones words) {
        EvalCase current = clusters.find(scope, known.clusterId())
                .filter(family -> !Objects.equals(
                        family.signature().template(), known.check().get("template")))
                .map(family -> CaseName.called(known, family))
                .orElse(known);
        return CaseName.without(current, words);
    }

    private static boolean write(Session session, Scope scope, EvalCase renamed) {
        session.update(
                "UPDATE eval_cases SET title = ? WHERE workspace_id = ? AND id = ?",
                renamed.title(),
                scope.workspaceId(),
                renamed.id());
        renamed.check()
                .forEach((name, expected) -> session.update(
                        "UPDATE eval_case_checks SET expected = ? WHERE workspace_id = ? AND case_id = ? AND name = ?",
                        expected,
                        scope.workspaceId(),
                        renamed.id(),
                        name));
        return true;
    }
}
