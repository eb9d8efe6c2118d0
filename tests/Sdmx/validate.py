import json
import sys
import urllib.error
import urllib.parse
import urllib.request

import jsonschema

schemas, server = sys.argv[1], sys.argv[2]
QUERIES = {
    "data": [
        "data", "data?dimensionAtObservation=AllDimensions", "data?dimensionAtObservation=NODE", "data?includeHistory=true",
        "data?attributes=none", "data?attributes=none&measures=none", "data?measures=none", "data?attributes=OBS_STATUS,UNIT_MEASURE",
        "data?c[FREQ]=Q&c[TIME_PERIOD]=ge:2023%2Ble:2024", "data?lastNObservations=1", "data?firstNObservations=2&lastNObservations=1",
        "data/datastructure/*/DSD_INDICES/1.0/Q", "data/dataflow/*/INDICES/%2B/*", "data?updatedAfter=2024-01-01T00:00:00Z",
        "data?offset=10&limit=20", "data?sort=TIME_PERIOD:desc%2BNODE", "data?asOf=2024-01-01T00:00:00Z", "data?lang=en", "data?c[COLOUR]=1",
        "data?c[FREQ]=A",
    ],
    "structure": [
        "structure/*", "structure/*?detail=allstubs", "structure/*?lang=en", "structure/dataflow?references=all",
        "structure/dataflow?references=descendants&detail=referencestubs", "structure/datastructure?references=parentsandsiblings",
        "structure/codelist/*/CL_FREQ/1.0/Q", "structure/conceptscheme", "structure/agencyscheme", "structure/dataconstraint",
        "availability", "availability/dataflow/*/INDICES/1.0/Q/NODE", "availability?references=all", "structure/nothing",
    ],
}
# The second version of a message is read by the same schema: what was added since is optional.
VERSIONS = ["2.0.0", "2.1.0"]
faults = count = 0
for kind, queries in QUERIES.items():
    with open(f"{schemas}/sdmx-json-{kind}-schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    cls = jsonschema.validators.validator_for(schema)
    validator = cls(schema, format_checker=cls.FORMAT_CHECKER)
    for query in queries:
        for version in VERSIONS:
            request = urllib.request.Request(f"{server}/sdmx/v2/{query}", headers={"Accept": f"application/vnd.sdmx.{kind}+json;version={version}"})
            try:
                body = urllib.request.urlopen(request).read()
            except urllib.error.HTTPError as error:
                body = error.read()
            errors = list(validator.iter_errors(json.loads(body)))
            count += 1
            faults += bool(errors)
            for error in errors[:3]:
                print(f"{query} {version}: {error.json_path}: {error.message[:300]}")
print(f"{count} messages, {faults} with faults")
sys.exit(1 if faults else 0)
