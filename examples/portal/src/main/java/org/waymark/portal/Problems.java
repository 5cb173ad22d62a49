package org.waymark.portal;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What cannot be answered, told as RFC 9457 has it: what must hold, and never a value. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    /**
     * What must hold.
     *
     * @param parameter of the request
     * @param must what must hold of it
     */
    record Broken(String parameter, String must) {}

    /** Well asked, but not declared; why is not told, since nothing is known of what is not on the grid. */
    static ErrorResponseException notOnTheGrid() {
        ProblemDetail problem = problem(HttpStatus.NOT_FOUND, "not-on-the-grid", "Not on the declared grid");
        problem.setDetail("/release lists what is told.");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }

    private static ProblemDetail problem(HttpStatus status, String name, String title) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:waymark:problem:" + name));
        problem.setTitle(title);
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Broken> broken = refused.getFieldErrors().stream()
                .map(Problems::broken)
                .distinct()
                .toList();
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "parameters", "Parameters cannot be understood");
        problem.setProperty("errors", broken);
        return handleExceptionInternal(refused, problem, headers, status, request);
    }

    private static Broken broken(FieldError error) {
        String parameter = error.getField().equals("classOf") ? "class_of" : error.getField();
        String said = error.getDefaultMessage();
        // What Spring says of a value that it cannot convert holds the value.
        return new Broken(parameter, error.isBindingFailure() || said == null ? "must be a whole number" : said);
    }

    /** Whatever else goes wrong goes to the log of the portal, and only there. */
    @ExceptionHandler(RuntimeException.class)
    @Nullable
    ResponseEntity<Object> handleAnythingElse(RuntimeException failed, WebRequest request) {
        logger.error("a request failed", failed);
        ProblemDetail problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "failed", "It failed here");
        return handleExceptionInternal(failed, problem, HttpHeaders.EMPTY, HttpStatus.INTERNAL_SERVER_ERROR, request);
    }
}
