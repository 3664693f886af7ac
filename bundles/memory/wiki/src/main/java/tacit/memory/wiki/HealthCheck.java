package tacit.memory.wiki;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.WikiHealth;
import tacit.api.memory.WikiHealth.Finding;
import tacit.api.memory.WikiHealth.Problem;
import tacit.api.memory.WikiPage;

/** Looks through a vault for what is wrong with it. Used for one report. */
final class HealthCheck {

    private static final int FEW_LINKS = 2;
    private static final int MOST_BRIDGES = 5;

    private final Vault vault;
    private final Links links;
    private final LocalDate today;
    private final int staleDays;
    private final List<Finding> findings = new ArrayList<>();

    HealthCheck(Vault vault, Instant now, int staleDays) {
        this.vault = vault;
        this.links = vault.links();
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.staleDays = staleDays;
    }

    WikiHealth report() {
        findings.addAll(links.findings());
        vault.pages().forEach(this::check);
        sources();
        Twins.among(vault.pages()).forEach((page, twin) -> find(Problem.DUPLICATE, page, twin));
        findings.sort(Comparator.comparing(Finding::path)
                .thenComparing(Finding::problem)
                .thenComparing(Finding::detail));
        List<String> bridges = Bridges.of(links.neighbours(), MOST_BRIDGES);
        List<WikiHealth.Suggestion> suggestions = Suggestions.among(vault.pages(), links);
        return new WikiHealth(
                vault.pages().size(),
                vault.sources().size(),
                links.count(),
                findings,
                bridges,
                suggestions,
                Questions.from(findings, suggestions));
    }

    private void find(Problem problem, String path, String detail) {
        findings.add(new Finding(problem, path, detail));
    }

    private void check(WikiPage page) {
        if (links.to(page.path()).isEmpty()) {
            find(Problem.ORPHAN, page.path(), "no note links to it");
        }
        int count = links.from(page.path()).size();
        if (count < FEW_LINKS) {
            find(Problem.WEAK_LINKS, page.path(), "links to " + count + " other notes");
        }
        if (!IndexPage.names(vault.index(), page)) {
            find(Problem.NOT_INDEXED, page.path(), page.title());
        }
        frontMatter(page);
        stale(page).ifPresent(why -> find(Problem.STALE, page.path(), why));
    }

    private void frontMatter(WikiPage page) {
        List<String> missing = new ArrayList<>();
        missing.addAll(page.created() == null ? List.of("created") : List.of());
        missing.addAll(page.updated() == null ? List.of("updated") : List.of());
        missing.addAll(page.type().isEmpty() ? List.of("type") : List.of());
        missing.addAll(page.status().isEmpty() ? List.of("status") : List.of());
        missing.addAll(page.tags().isEmpty() ? List.of("tags") : List.of());
        missing.addAll(page.sources().isEmpty() ? List.of("sources") : List.of());
        if (!missing.isEmpty()) {
            find(Problem.FRONT_MATTER, page.path(), "lacks " + String.join(", ", missing));
        }
    }

    private Optional<String> stale(WikiPage page) {
        Optional<LocalDate> updated = day(page.updated());
        if (updated.isEmpty() || page.status().equals("archived")) {
            return Optional.empty();
        }
        for (String source : page.sources()) {
            Optional<LocalDate> kept = kept(source);
            if (kept.isPresent() && kept.get().isAfter(updated.get())) {
                return Optional.of(source + " was kept later, on " + kept.get());
            }
        }
        boolean old = updated.get().plusDays(staleDays).isBefore(today);
        return old ? Optional.of("last updated on " + updated.get()) : Optional.empty();
    }

    private Optional<LocalDate> kept(String source) {
        return Optional.ofNullable(vault.sources().get(source))
                .flatMap(text -> day(PageText.parse(text).field("captured")));
    }

    private static Optional<LocalDate> day(@Nullable String value) {
        try {
            return value == null || value.length() < 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(value.substring(0, 10)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void sources() {
        Set<String> named = new TreeSet<>();
        for (WikiPage page : vault.pages()) {
            for (String source : page.sources()) {
                named.add(source);
                if (source.startsWith(Vault.RAW) && !vault.modified().containsKey(source)) {
                    find(Problem.MISSING_SOURCE, page.path(), source);
                }
            }
        }
        vault.sources().forEach((path, text) -> {
            if (!named.contains(path)) {
                find(Problem.UNUSED_SOURCE, path, "no note names it");
            }
            if (!SourceText.unchanged(text)) {
                find(Problem.CHANGED_SOURCE, path, "its text is not that which was kept");
            }
        });
    }
}
