package tacit.learn.clusters;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tacit.api.learn.Signature;
import tacit.api.store.Session;
import tacit.api.store.TextTombstones;

/** The texts of failures, and the templates that were made of them. Confined to one transaction. */
final class Quotes {

    private final Session session;
    private final String workspace;

    Quotes(Session session, String workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    Set<String> traces() {
        return new LinkedHashSet<>(session.select(
                "SELECT DISTINCT trace_id FROM failures WHERE workspace_id = ?",
                row -> row.text("trace_id"),
                workspace));
    }

    List<Quote> all() {
        return session.select(
                "SELECT id, user_id, trace_id, span_id, reason, evidence, code, template FROM failures"
                        + " WHERE workspace_id = ?",
                row -> new Quote(
                        row.text("id"),
                        row.optionalText("user_id").orElse(null),
                        row.text("trace_id"),
                        row.optionalText("span_id").orElse(null),
                        row.text("reason"),
                        row.text("evidence"),
                        row.optionalText("code").orElse(null),
                        row.text("template")),
                workspace);
    }

    /** Puts tombstones in place of these, and of templates that nobody else's failure has. */
    void take(List<Quote> quotes) {
        for (Quote quote : quotes) {
            Quote gone = quote.gone();
            session.update(
                    "UPDATE failures SET reason = ?, evidence = ?, code = ?, template = ?"
                            + " WHERE workspace_id = ? AND id = ?",
                    gone.reason(),
                    gone.evidence(),
                    gone.code(),
                    gone.template(),
                    workspace,
                    quote.id());
        }
        quotes.stream()
                .map(Quote::template)
                .filter(template -> !template.isEmpty())
                .distinct()
                .filter(template -> !isUsed(template))
                .forEach(this::takeTemplate);
    }

    private boolean isUsed(String template) {
        return !session.select(
                        "SELECT id FROM failures WHERE workspace_id = ? AND template = ? LIMIT 1",
                        row -> row.text("id"),
                        workspace,
                        template)
                .isEmpty();
    }

    /** The key of a route is a digest: who fails the same way again still finds the family. */
    private void takeTemplate(String template) {
        String stone = TextTombstones.instead(template);
        session.update(
                "UPDATE cluster_routes SET template = ? WHERE workspace_id = ? AND template = ?",
                stone,
                workspace,
                template);
        for (Named family : named(template)) {
            session.update(
                    "UPDATE clusters SET template = ?, title = ? WHERE workspace_id = ? AND id = ?",
                    stone,
                    Title.of(family.signature(stone)),
                    workspace,
                    family.id());
        }
    }

    /** A family that is called after a template. */
    private record Named(String id, Signature called) {

        Signature signature(String template) {
            return new Signature(called.operation(), called.tool(), called.category(), template, called.stage());
        }
    }

    private List<Named> named(String template) {
        return session.select(
                "SELECT id, operation, tool, category, template, stage FROM clusters"
                        + " WHERE workspace_id = ? AND template = ?",
                row -> new Named(
                        row.text("id"),
                        new Signature(
                                row.text("operation"),
                                row.optionalText("tool").orElse(null),
                                row.text("category"),
                                row.text("template"),
                                row.text("stage"))),
                workspace,
                template);
    }
}
