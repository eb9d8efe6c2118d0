# Reads structures and data of a running server with rsdmx, a client that is not ours, and compares them with the CSV.
suppressMessages(library(rsdmx))
base <- commandArgs(trailingOnly = TRUE)[1]
service <- paste0(base, "/sdmx/v1")
fail <- function(...) { message(...); quit(status = 1) }
checked <- 0
check <- function(what, holds) { if (!isTRUE(holds)) fail("FAILED: ", what); checked <<- checked + 1; cat("ok  ", what, "\n") }

flows <- as.data.frame(readSDMX(paste0(service, "/dataflow")))
check("one dataflow", nrow(flows) == 1 && flows$id == "INDICES")
agency <- as.character(flows$agencyID)

structures <- readSDMX(paste0(service, "/datastructure/", agency, "/DSD_INDICES/latest?references=children"))
dsd <- slot(slot(structures, "datastructures"), "datastructures")[[1]]
dimensions <- sapply(slot(slot(dsd, "Components"), "Dimensions"), function(d) slot(d, "conceptRef"))
check("dimensions in key order", identical(as.vector(dimensions), c("FREQ", "REF_AREA", "INDEX", "NODE")))
lists <- slot(slot(structures, "codelists"), "codelists")
check("seven code lists", length(lists) == 7)
nodes <- as.data.frame(readSDMX(paste0(service, "/codelist/", agency, "/CL_NODE/1.0")))
check("names of nodes in Chinese and English", all(c("id", "label.zh", "label.en") %in% names(nodes)) && nrow(nodes) > 6)
concepts <- as.data.frame(readSDMX(paste0(service, "/conceptscheme")))
check("concepts", "OBS_VALUE" %in% concepts$id)

csv <- read.csv(paste0(service, "/data/INDICES?format=csv1"), colClasses = "character", na.strings = "", fileEncoding = "UTF-8")
key <- function(d) paste(d$FREQ, d$REF_AREA, d$INDEX, d$NODE, if ("obsTime" %in% names(d)) d$obsTime else d$TIME_PERIOD)
value <- function(d) as.numeric(as.character(if ("obsValue" %in% names(d)) d$obsValue else d$OBS_VALUE))
for (format in c("genericdata", "structurespecificdata")) {
  data <- as.data.frame(readSDMX(paste0(service, "/data/INDICES?format=", format)))
  check(paste(format, "has as many observations as the CSV:", nrow(csv)), nrow(data) == nrow(csv))
  order <- match(key(csv), key(data))
  check(paste(format, "has the same keys"), !anyNA(order))
  check(paste(format, "has the same values, missing ones included"), identical(value(data)[order], value(csv)))
  check(paste(format, "has the same statuses"), identical(as.character(data$OBS_STATUS)[order], csv$OBS_STATUS))
}

# As a user of the package asks: provider, flow, key, range; then with the labels of the structure.
some <- as.data.frame(readSDMX(paste0(service, "/data/", agency, ",INDICES,1.0/Q..", csv$INDEX[1], ".", csv$INDEX[1], "?startPeriod=2023&endPeriod=2024")))
check("eight quarters of one index", nrow(some) == 8)
own <- SDMXServiceProvider(agencyId = "OWN", name = "Own", builder = SDMXREST21RequestBuilder(regUrl = service, repoUrl = service, compliant = TRUE))
addSDMXServiceProvider(own)
with <- readSDMX(providerId = "OWN", resource = "data", flowRef = "INDICES", key = list("Q", NULL, csv$INDEX[1], NULL), start = 2024, end = 2024, dsd = TRUE)
labelled <- as.data.frame(with, labels = TRUE)
check("labels of the codes through the structure", all(c("NODE_label.en", "OBS_STATUS") %in% names(labelled)) && nrow(labelled) > 0)
cat(checked, "checks passed\n")
