package tacit.memory.index;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.model.Embedder;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.IndexStatus;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Scope;

/** The index of the host, in its data directory, over every source of documents that there is. Thread-safe. */
@Component(service = SearchIndex.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = LuceneSearchIndex.Config.class)
public final class LuceneSearchIndex implements SearchIndex {

    private final LuceneIndex index;

    /** Where the index is and which models it uses. */
    @ObjectClassDefinition(name = "Search index", description = "Finds documents by words and meaning")
    public @interface Config {

        @AttributeDefinition(description = "The data directory; the index is in its folder index")
        String data_directory();

        @AttributeDefinition(description = "Models for the vectors, with commas between; empty for words alone")
        String models() default "e5-small-v2-q";

        @AttributeDefinition(description = "After which time at most the files hold nothing of what was deleted")
        String purge_after() default "PT10M";
    }

    @Activate
    public LuceneSearchIndex(
            Config config,
            @Reference Clock clock,
            @Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY)
                    List<Embedder> embedders) {
        if (config.data_directory().isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        List<String> models =
                Arrays.stream(config.models().split(",", -1)).map(String::strip).toList();
        List<Embedder> chosen = embedders.stream()
                .filter(embedder -> models.contains(embedder.model()))
                .toList();
        this.index = new LuceneIndex(Path.of(config.data_directory(), "index"), chosen, clock, purgeAfter(config));
    }

    private static Duration purgeAfter(Config config) {
        try {
            Duration after = Duration.parse(config.purge_after());
            if (!after.isNegative() && after.compareTo(Duration.ofDays(1)) <= 0) {
                return after;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "purge.after must be a duration such as PT10M, got '" + config.purge_after() + "'", e);
        }
        throw new IllegalArgumentException("purge.after must be in [PT0S, PT24H], got " + config.purge_after());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(DocumentSource source) {
        index.add(source);
    }

    void removeSource(DocumentSource source) {
        index.remove(source);
    }

    @Override
    public void put(Collection<SearchDocument> documents) {
        index.put(documents);
    }

    @Override
    public void delete(String workspaceId, Collection<String> ids) {
        index.delete(workspaceId, ids);
    }

    @Override
    public void clear(Scope scope) {
        index.clear(scope);
    }

    @Override
    public SearchAnswer search(SearchQuery query) {
        return index.search(query);
    }

    @Override
    public List<String> groups(String workspaceId, String begin) {
        return index.groups(workspaceId, begin);
    }

    @Override
    public IndexStatus status() {
        return index.status();
    }

    @Override
    public void rebuild() {
        index.rebuild();
    }

    @Override
    public void purge() {
        index.purge();
    }

    @Deactivate
    public void close() {
        index.close();
    }
}
