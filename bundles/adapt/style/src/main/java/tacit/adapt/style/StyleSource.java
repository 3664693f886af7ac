package tacit.adapt.style;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateStore;
import tacit.api.adapt.Style;
import tacit.api.adapt.StyleLevel.Origin;
import tacit.api.harness.Role;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemorySource;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/** Tells prompts how answers should read: what was set or shown by the user who asks, or set for the workspace. Stateless. */
@Component(property = Role.PROPERTY + "=memory-source/style")
@Designate(ocd = StyleSource.Config.class)
public final class StyleSource implements MemorySource {

    private static final String SECTION = "personality";

    /** What is told of a style that is the usual one. */
    @ObjectClassDefinition(name = "Tacit style in prompts")
    public @interface Config {

        @AttributeDefinition(
                name = "Enabled",
                description = "Whether prompts tell of every dimension, also where nobody set or showed anything")
        boolean enabled() default false;
    }

    private final StyleDocuments documents;
    private final boolean everything;

    @Activate
    public StyleSource(@Reference StateStore store, Config config) {
        documents = new StyleDocuments(store);
        everything = config.enabled();
    }

    @Override
    public String name() {
        return "style";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        String user = request.audience().userId();
        Optional<StateDocument> wide = documents.document(Scope.ofWorkspace(request.workspaceId()));
        Optional<StateDocument> own =
                user == null ? Optional.empty() : documents.document(new Scope(request.workspaceId(), user));
        Style style = new Inheritance(user == null ? null : StyleDocuments.state(own), StyleDocuments.state(wide))
                .style(user, StoredStyle.name(request.audience().channel()));
        List<String> lines =
                StyleLines.of(style.levels().stream().filter(level -> everything || level.origin() != Origin.USUAL));
        return lines.isEmpty()
                ? List.of()
                : List.of(fragment(lines, user, changed(wide, own).orElse(request.now())));
    }

    private static Optional<Instant> changed(Optional<StateDocument> wide, Optional<StateDocument> own) {
        return Stream.of(wide, own)
                .flatMap(Optional::stream)
                .map(StateDocument::updatedAt)
                .max(Instant::compareTo);
    }

    /** The lines are our own and hold no words of anybody, so whoever reads the answer may have been told of them. */
    private ContextFragment fragment(List<String> lines, @Nullable String user, Instant at) {
        return new ContextFragment(
                "style:" + (user == null ? "" : user),
                name(),
                SECTION,
                String.join("\n", lines),
                TrustLane.STATEMENT,
                Visibility.PUBLIC,
                1,
                1,
                at,
                List.of());
    }
}
