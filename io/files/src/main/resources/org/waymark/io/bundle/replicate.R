# Recomputes rates from the counts beside it, with base R alone: Rscript replicate.R
# Where result.csv is there, every column that both have is compared; a difference ends the script with status 1.

read <- function(file) {
  read.csv(file, colClasses = "character", check.names = FALSE, na.strings = character(0), encoding = "UTF-8",
           quote = "\"", comment.char = "")
}

level <- 0.95
z <- qnorm(1 - (1 - level) / 2)

counts <- read("counts.csv")
counts$low <- as.numeric(counts$low)
counts$high <- as.numeric(counts$high)
key <- paste(counts$indicator, counts$axis, counts$group, sep = "\r")
keys <- unique(key)

# The number of members in a state, for one reason or whatever the reason; NA where it is masked.
number <- function(rows, state, reason = NULL, other.than = NULL) {
  keep <- rows$state == state
  if (!is.null(reason)) keep <- keep & rows$reason == reason
  if (!is.null(other.than)) keep <- keep & rows$reason != other.than
  if (any(rows$low[keep] != rows$high[keep])) return(NA_real_)
  sum(rows$low[keep])
}

# Wilson (1927), J. Am. Stat. Assoc. 22, 209-212.
wilson <- function(yes, n) {
  p <- yes / n
  centre <- (p + z^2 / (2 * n)) / (1 + z^2 / n)
  half <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
  c(max(0, centre - half), min(1, centre + half))
}

one <- function(k) {
  rows <- counts[key == k, , drop = FALSE]
  yes <- number(rows, "yes")
  no <- number(rows, "no")
  n <- yes + no
  unknown <- number(rows, "unknown", other.than = "not yet observable")
  limits <- if (is.na(n) || n == 0) c(NA_real_, NA_real_) else wilson(yes, n)
  all <- n + unknown
  data.frame(
    indicator = rows$indicator[1], axis = rows$axis[1], group = rows$group[1],
    yes = yes, n = n,
    rate = if (is.na(n) || n == 0) NA_real_ else yes / n,
    lower = limits[1], upper = limits[2],
    unknown = unknown,
    rate_if_no = if (is.na(all) || all == 0) NA_real_ else yes / all,
    rate_if_yes = if (is.na(all) || all == 0) NA_real_ else (yes + unknown) / all,
    open = number(rows, "unknown", reason = "not yet observable"),
    early = number(rows, "reached_early"),
    excluded = number(rows, "excluded"),
    stringsAsFactors = FALSE)
}

recomputed <- do.call(rbind, lapply(keys, one))
write.csv(recomputed, "recomputed.csv", row.names = FALSE, na = "", fileEncoding = "UTF-8")
cat(nrow(recomputed), "groups recomputed, written to recomputed.csv\n")

if (file.exists("result.csv")) {
  result <- read("result.csv")
  if (!all(c("axis", "group", "indicator") %in% names(result))) {
    cat("result.csv has no axis, group and indicator: nothing compared\n")
    quit(status = 0)
  }
  at <- match(paste(result$indicator, result$axis, result$group, sep = "\r"), keys)
  compared <- 0
  differing <- 0
  for (column in c("yes", "n", "rate", "lower", "upper", "unknown", "rate_if_no", "rate_if_yes", "open", "early",
                   "excluded")) {
    if (!column %in% names(result)) next
    ours <- recomputed[[column]][at]
    theirs <- suppressWarnings(as.numeric(result[[column]]))
    both <- !is.na(ours) & !is.na(theirs)
    if (column %in% c("lower", "upper")) {
      # Limits of a rate by this method; those of other methods are another figure.
      if (!all(c("method", "rate", "yes") %in% names(result))) next
      both <- both & result$method == "Wilson"
    }
    compared <- compared + sum(both)
    wrong <- both & abs(ours - theirs) > 1e-9
    differing <- differing + sum(wrong)
    for (row in which(wrong)) cat("row", row, column, "differs\n")
  }
  unmatched <- sum(is.na(at))
  cat(compared, "figures compared,", differing, "differ,", unmatched, "rows of the result have no counts here\n")
  if (differing > 0) quit(status = 1)
}
