package tacit.memory.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import tacit.memory.words.PreferredName;

/** Reads the claims of one sentence, clause by clause. Confined to one call. */
final class ClaimReader {

    private static final int LONGEST_VALUE = 200;

    private final Grammar grammar;
    private final Prefilter prefilter;
    private final boolean doubtful;
    private final boolean reported;
    private @Nullable Claim before;

    /** Reads a sentence that may assume something, or report what others say. */
    ClaimReader(Grammar grammar, Prefilter prefilter, boolean doubtful, boolean reported) {
        this.grammar = grammar;
        this.prefilter = prefilter;
        this.doubtful = doubtful;
        this.reported = reported;
    }

    List<Claim> read(Piece sentence, Scanned words) {
        List<Claim> claims = new ArrayList<>();
        for (Piece clause : Pieces.clauses(sentence, words, grammar)) {
            claim(clause).ifPresent(claim -> {
                claims.add(claim);
                before = claim;
            });
        }
        return claims;
    }

    private Optional<Claim> claim(Piece clause) {
        Scanned words = prefilter.scan(clause.text());
        if (before != null && before.category() == Category.PREFERENCE) {
            Optional<Matcher> denial = words.find(grammar.denial());
            if (denial.isPresent()) {
                return denied(clause, before, denial.get());
            }
        }
        boolean momentary = words.has(grammar.momentary());
        Optional<Scanned> completed = completed(clause).map(prefilter::scan);
        for (Rule rule : grammar.rules()) {
            if (admits(rule, momentary)) {
                Optional<Claim> claim = match(rule, clause, words, completed);
                if (claim.isPresent()) {
                    return claim;
                }
            }
        }
        return Optional.empty();
    }

    private boolean admits(Rule rule, boolean momentary) {
        if (rule.category().directs()) {
            return !reported;
        }
        boolean passing = momentary && rule.category() != Category.IDENTITY;
        return !doubtful && !passing && (rule.ofOthers() || !reported);
    }

    /** A clause that leaves out its subject, as it did after one that had it: {@code I like tea and hate coffee}. */
    private Optional<String> completed(Piece clause) {
        return before == null || !before.ofUser() || grammar.subject().isEmpty()
                ? Optional.empty()
                : Optional.of(grammar.subject() + " " + clause.text());
    }

    private Optional<Claim> match(Rule rule, Piece clause, Scanned words, Optional<Scanned> completed) {
        Optional<Matcher> plain = words.find(rule.pattern());
        if (plain.isPresent()) {
            return claim(rule, plain.get(), clause, 0);
        }
        if (completed.isEmpty() || rule.ofOthers()) {
            return Optional.empty();
        }
        int added = completed.get().text().length() - clause.text().length();
        return completed.get().begin(rule.pattern()).flatMap(whole -> claim(rule, whole, clause, added));
    }

    private Optional<Claim> claim(Rule rule, Matcher match, Piece clause, int shift) {
        boolean named = rule.pattern().pattern().contains("(?<v>");
        int from = Math.max(0, (named ? match.start("v") : match.start()) - shift);
        int to = (named ? match.end("v") : match.end()) - shift;
        if (to <= from) {
            return Optional.empty();
        }
        Piece value = trimmed(clause.part(from, to));
        Optional<String> words = accepted(rule, value.text(), named);
        String subject = rule.ofOthers() ? match.group("s") : Claim.USER;
        return words.map(text -> new Claim(
                subject,
                rule.predicate(),
                text,
                rule.polarity(),
                rule.category(),
                rule.confidence(),
                value.begin(),
                value.begin() + value.text().length(),
                rule.expiry()));
    }

    private Optional<String> accepted(Rule rule, String value, boolean named) {
        if (value.length() < 2 || (named && grammar.empty().matcher(value).find())) {
            return Optional.empty();
        }
        if (rule.predicate().equals("name")) {
            return PreferredName.in("my name is " + value);
        }
        return Optional.of(value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value);
    }

    private Optional<Claim> denied(Piece clause, Claim affirmed, Matcher denial) {
        Piece value = trimmed(clause.part(denial.start("v"), denial.end("v")));
        boolean liked = affirmed.polarity() == Polarity.NEGATIVE;
        if (value.text().isEmpty() || grammar.empty().matcher(value.text()).find()) {
            return Optional.empty();
        }
        return Optional.of(new Claim(
                affirmed.subject(),
                liked ? "likes" : "dislikes",
                value.text(),
                liked ? Polarity.POSITIVE : Polarity.NEGATIVE,
                Category.PREFERENCE,
                affirmed.confidence(),
                value.begin(),
                value.begin() + value.text().length(),
                affirmed.expiry()));
    }

    private Piece trimmed(Piece value) {
        Piece rest = value;
        Matcher trail = grammar.trail().matcher(rest.text());
        while (trail.find() && trail.end() == rest.text().length() && trail.start() > 0) {
            rest = rest.part(0, trail.start());
            trail = grammar.trail().matcher(rest.text());
        }
        return rest;
    }
}
