package tacit.adapt.style;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads from one clause whether somebody wishes that more is explained, or less. */
final class DepthWords {

    private static final Pattern MORE = any(
            "too (?:technical|advanced|complicated|abstract)",
            "not (?:simple|clear|plain) enough",
            "simpler|eli5|plain(?:er)? (?:language|english|words)|layman'?s?(?: terms)?",
            "explain (?:(?:it|this|that|things|everything) )?(?:more|better|like i am (?:five|5))",
            "more (?:explanations?|explaining)",
            "less (?:technical|advanced)",
            "i am (?:an? )?(?:\\w+ )?(?:beginner|newbie|novice)",
            "i am (?:not (?:really )?an? |no )expert",
            "i am (?:\\w+ )?new to",
            "(?:for|to) (?:an? )?(?:absolute )?beginners?",
            "step by step",
            "(?:did|do|could|can) not (?:really )?(?:understand|follow)",
            "(?:you|it|this|answer) (?:do|did|does) not (?:really )?explain");

    private static final Pattern LESS = any(
            "too (?:basic|simple|simplistic|elementary)",
            "(?:more|be) (?:technical|advanced)",
            "not (?:technical|advanced|deep) enough",
            "(?:skip|leave out|omit|without|no|drop|spare me)(?: all)?(?: of)?(?: the)? "
                    + "(?:basics|fundamentals|introductions?|obvious)",
            "i am (?!not )(?:already )?(?:an? )?(?:\\w+ )?expert",
            "(?:for|like) (?:an? )?experts?|expert level",
            "i am not (?:an? )?(?:beginner|newbie|novice)",
            "i (?:already know|know (?:all )?the (?:basics|fundamentals))",
            "(?<!you |it |this |answer )(?:do not|no need to|stop) explain(?:ing)?",
            "(?:no|less|fewer|too many|too much) (?:more )?(?:explanations?|explaining)");

    private static final Pattern NOT_TOO = Pattern.compile("\\b(?:is|was|are|were) not too ");
    private static final Pattern NO_EXPERT = Pattern.compile("\\bi am (?:not|no) (?:\\w+ )*expert");
    private static final Pattern NO_MORE = Pattern.compile("\\bno more (?:explanations?|explaining)");

    private DepthWords() {}

    private static Pattern any(String... expressions) {
        return Pattern.compile("\\b(?:" + String.join("|", expressions) + ")\\b");
    }

    static List<Wish> in(String clause) {
        List<Wish> wishes = new ArrayList<>();
        if (NOT_TOO.matcher(clause).find()) {
            return wishes;
        }
        if (MORE.matcher(clause).find() && !NO_MORE.matcher(clause).find()) {
            wishes.add(Wish.depth(1));
        } else if (LESS.matcher(clause).find() && !NO_EXPERT.matcher(clause).find()) {
            wishes.add(Wish.depth(-1));
        }
        return wishes;
    }
}
