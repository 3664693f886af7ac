package tacit.panel.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.access.Tokens;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Rows;

/** Who holds a token and what it may do; an operator hands one out, which is shown once, and ends one. */
@Component(service = Panel.class)
public final class TokensPanel implements Panel {

    private static final int SIZE = 50;

    private static final Map<AccessRole, String> MEANINGS = Map.of(
            AccessRole.AGENT, "writes evidence, reads its own context",
            AccessRole.READER, "sees everything in its scope",
            AccessRole.OPERATOR, "sees and changes everything in its scope");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Tokens tokens;

    @Override
    public String id() {
        return "tokens";
    }

    @Override
    public String title() {
        return "Tokens";
    }

    @Override
    public Group group() {
        return Group.HOST;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public AccessRole role() {
        return AccessRole.OPERATOR;
    }

    @Override
    public Page show(View view) {
        Acts.wholeHost(view);
        Tokens known = tokens;
        List<Principal> all = known == null ? List.of() : known.list();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", known != null);
        values.put(
                "rows",
                Rows.page(all, view.offset(), SIZE).stream()
                        .map(holder -> row(holder, view.principal()))
                        .toList());
        values.put("offset", view.offset());
        values.put("total", all.size());
        values.put("workspace", Scope.DEFAULT_WORKSPACE);
        values.put("roles", List.of(AccessRole.values()));
        return Page.of("", TokensPanel.class, "tokens.peb", values);
    }

    @Override
    public Done act(View view, String act) {
        Acts.wholeHost(view);
        return switch (act) {
            case "create" -> create(view, Acts.there(tokens, "keeps tokens"));
            case "revoke" -> revoke(view, Acts.there(tokens, "keeps tokens"));
            default -> throw Acts.unknown(act);
        };
    }

    private static Done create(View view, Tokens tokens) {
        String name = Fields.required(view, "name");
        Scope scope = new Scope(
                view.parameter("workspace").orElse(Scope.DEFAULT_WORKSPACE),
                view.parameter("user").orElse(null));
        Principal holder = new Principal(name, role(Fields.required(view, "role")), scope);
        String token = Acts.done(() -> tokens.create(holder, view.principal().name()));
        return Done.here("The token of '" + name + "', shown this once: " + token);
    }

    private static Done revoke(View view, Tokens tokens) {
        String name = Fields.required(view, "name");
        List<Principal> all = tokens.list();
        if (all.stream().noneMatch(holder -> holder.name().equals(name))) {
            throw new HttpProblem(404, "There is no token '" + name + "'");
        }
        List<String> operators = all.stream()
                .filter(holder -> holder.role() == AccessRole.OPERATOR)
                .filter(holder -> holder.scope().equals(Scope.ofDefaultWorkspace()))
                .map(Principal::name)
                .toList();
        if (operators.equals(List.of(name))) {
            throw new HttpProblem(
                    409, "Token '" + name + "' is the last operator's of the whole host: make another first");
        }
        tokens.revoke(name, view.principal().name());
        return Done.here("The token of '" + name + "' is worth nothing from now on");
    }

    private static AccessRole role(String word) {
        for (AccessRole role : AccessRole.values()) {
            if (role.name().equals(word.toUpperCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new HttpProblem(400, "role must be agent, reader or operator, got '" + word + "'");
    }

    private static Map<String, Object> row(Principal holder, Principal looks) {
        boolean own = holder.equals(looks);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", holder.name());
        row.put("own", own ? "you" : "");
        row.put("role", holder.role());
        row.put("may", MEANINGS.getOrDefault(holder.role(), ""));
        row.put("workspace", holder.scope().workspaceId());
        row.put("user", holder.scope().user().orElse("all"));
        row.put(
                "revoke",
                Map.of(
                        "act",
                        "revoke",
                        "label",
                        "Revoke",
                        "fields",
                        Map.of("name", holder.name()),
                        "confirm",
                        "Make the token of '" + holder.name() + "' worthless at once?"
                                + (own ? " It is the one that you are logged in with: this session ends." : "")));
        return row;
    }
}
