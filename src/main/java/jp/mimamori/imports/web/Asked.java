package jp.mimamori.imports.web;

import jp.mimamori.imports.Imports;
import jp.mimamori.imports.Understood;
import jp.mimamori.imports.Upload;
import jp.mimamori.language.Message;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of an upload have in common. */
final class Asked {

    private Asked() {
    }

    static Upload upload(Imports imports, long id) {
        return imports.upload(id).orElseThrow(GoneException::new);
    }

    static Understood.Sheet sheet(Understood understood, String id) {
        Understood.Sheet sheet = understood.sheet(id);
        if (sheet == null) {
            throw new GoneException();
        }
        return sheet;
    }

    /** Shown on top of the next page. */
    static void tell(RedirectAttributes next, Message message, boolean wrong) {
        next.addFlashAttribute("told", message);
        next.addFlashAttribute("wrong", wrong);
    }

    /** There is no such upload, or no more. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class GoneException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
