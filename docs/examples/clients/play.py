"""A client that openapi-python-client has made: `npm run clients` generates it, compiles it, and runs this file."""

import sys
from uuid import uuid4

from e_akimat_client import AuthenticatedClient, Client
from e_akimat_client.api.catalogue import get_services, get_services_service
from e_akimat_client.api.identity import post_sessions
from e_akimat_client.api.requests import delete_requests_id, post_requests
from e_akimat_client.models import PostRequestsBody, PostRequestsBodyChannel, PostSessionsBody, Problem

url, iin, password = sys.argv[1:]
public = Client(base_url=url, raise_on_unexpected_status=True)

found = get_services.sync(client=public, limit=1)
service = found.services[0]
shown = get_services_service.sync(service.id, client=public)

entered = post_sessions.sync(client=public, body=PostSessionsBody(iin=iin, password=password))
if isinstance(entered, Problem):
    sys.exit(entered.title)
client = AuthenticatedClient(base_url=url, token=entered.access_token, raise_on_unexpected_status=True)

body = PostRequestsBody(
    service=service.id, channel=PostRequestsBodyChannel.PORTAL, office=shown.offices[0].code
)
key = str(uuid4())
first = post_requests.sync(client=client, body=body, idempotency_key=key)
again = post_requests.sync(client=client, body=body, idempotency_key=key)
assert first.id == again.id, "the same key began another draft"
discarded = delete_requests_id.sync_detailed(first.id, client=client)
print(f"{service.title.ru}: draft begun, begun again and discarded ({discarded.status_code.value})")
