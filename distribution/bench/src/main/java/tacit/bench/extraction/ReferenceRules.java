package tacit.bench.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.memory.words.PreferredName;

/** The rules for conversations that the described system has and does not call: profile, relationships, corrections. */
final class ReferenceRules implements Extractor {

    private static final String REST = "\\s+([^.!?\\n]{3,120})";
    private static final Pattern PREFERENCE = pattern("\\bi (?:prefer|like|love|dislike|hate)" + REST);
    private static final Pattern DISLIKE = pattern("\\bi (?:dislike|hate)\\b");
    private static final Pattern LOCATION =
            pattern("\\b(?:i live in|i am based in|i'm based in|i am in|i'm in)\\s+([^.!?\\n]{2,80})");
    private static final Pattern GOAL = pattern("\\b(?:my goal is|i want to|i need to)" + REST);
    private static final Pattern DIRECT =
            pattern("i want you to|i don't want you to|i do not want you to|i need you to|i prefer"
                    + "|please|for me|with me|when we work|when you respond|talk to me|(?:hold|keep) me accountable|call me out"
                    + "|push back on me|challenge me");
    private static final Pattern CALM = pattern(
            "(?:don't|do not|stop|avoid) (?:push(?:ing)? back|challeng(?:e|ing)|argu(?:e|ing)|disagree(?:ing)?)");
    private static final Pattern CHALLENGE = pattern("push back|challenge me|disagree with me|call me out");
    private static final Pattern DECIDE =
            pattern("make the call|pick (?:one|the best)|recommend directly|default to action|don't ask permission");
    private static final Pattern ASK = pattern("(?:ask first|check with me|(?:don't|do not) proceed).*\\bbefore\\b");
    private static final Pattern PRIVATE_VOICE =
            pattern("(?:private chat|talk to me|when we chat).*\\b(?:blunt(?:ly)?|casual|direct|unfiltered)");
    private static final Pattern PUBLIC_VOICE =
            pattern("public writing|published content|write publicly|external copy");
    private static final Pattern ACCOUNTABLE =
            pattern("hold me accountable|keep me accountable|call me out if|if i ignore|stop me from");
    private static final Pattern DUTY =
            pattern("\\b(?:remind me to|please remember to|i need to|i must)\\s+([^.!?\\n]{3,150})");
    private static final Pattern CORRECTION = pattern("\\bno,? (?:do it|try|use|make|that's (?:not|wrong))|that's wrong"
            + "|actually,? i meant|not like that|instead of that|you should have|the correct way is|don't do that"
            + "|stop .+ instead|wrong approach|i didn't (?:mean|ask|want)|not what i (?:meant|asked|wanted)");

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public List<Label> read(String text) {
        List<Label> labels = new ArrayList<>();
        PreferredName.in(text).ifPresent(name -> labels.add(label("identity", false, name)));
        add(labels, "preference", DISLIKE.matcher(text).find(), PREFERENCE.matcher(text));
        add(labels, "bio", false, LOCATION.matcher(text));
        add(labels, "goal", false, GOAL.matcher(text));
        String unquoted = text.replaceAll("[“\"][^”\"]*[”\"]|`[^`]*`|(?<!\\p{L})'[^']*'(?!\\p{L})", " ");
        if (DIRECT.matcher(unquoted).find()) {
            ways(labels, unquoted);
        }
        Matcher duty = DUTY.matcher(text);
        if (duty.find()) {
            labels.add(new Label("commitment", "user", false, duty.group(1), ReferenceDue.in(text)));
        }
        if (CORRECTION.matcher(text).find()) {
            labels.add(label("correction", false, ""));
        }
        return labels;
    }

    private static void ways(List<Label> labels, String text) {
        if (CALM.matcher(text).find()) {
            labels.add(label("operating", false, "low-friction"));
        } else if (CHALLENGE.matcher(text).find()) {
            labels.add(label("operating", false, "challenge"));
        } else if (DECIDE.matcher(text).find()) {
            labels.add(label("operating", false, "decide"));
        } else if (ASK.matcher(text).find()) {
            labels.add(label("operating", false, "ask-first"));
        }
        if (PRIVATE_VOICE.matcher(text).find()) {
            labels.add(label("voice", false, "private"));
        }
        if (PUBLIC_VOICE.matcher(text).find()) {
            labels.add(label("voice", false, "public"));
        }
        if (ACCOUNTABLE.matcher(text).find()) {
            labels.add(label("accountability", false, "hold"));
        }
    }

    private static void add(List<Label> labels, String kind, boolean negative, Matcher match) {
        if (match.find()) {
            labels.add(label(kind, negative, match.group(1)));
        }
    }

    private static Label label(String kind, boolean negative, String value) {
        return new Label(kind, "user", negative, value, null);
    }
}
