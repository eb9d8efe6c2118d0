// Sends one file over plain HTTP and tells the page how far it is.
const uploads = new WeakMap();

export function attach(zone, page, address, largest) {
  const input = zone.querySelector('input[type=file]');
  const send = file => file && upload(zone, page, address, largest, file);
  input.addEventListener('change', () => { send(input.files[0]); input.value = ''; });
  zone.addEventListener('dragover', event => { event.preventDefault(); zone.classList.add('over'); });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', event => {
    event.preventDefault();
    zone.classList.remove('over');
    send(event.dataTransfer.files[0]);
  });
}

export function cancel(zone) {
  uploads.get(zone)?.abort();
}

function upload(zone, page, address, largest, file) {
  if (uploads.has(zone)) return;
  if (file.size > largest) {
    page.invokeMethodAsync('TooLarge', file.name);
    return;
  }
  const request = new XMLHttpRequest();
  uploads.set(zone, request);
  let told = -1;
  const tell = percent => {
    if (percent === told) return;
    told = percent;
    page.invokeMethodAsync('Progress', file.name, percent);
  };
  const end = (method, ...words) => {
    uploads.delete(zone);
    page.invokeMethodAsync(method, ...words);
  };
  request.upload.onprogress = event => tell(event.lengthComputable ? Math.floor(100 * event.loaded / event.total) : 0);
  request.onload = () => request.status === 200
    ? end('Received', JSON.parse(request.responseText).id)
    : end('Refused', request.getResponseHeader('Content-Type')?.startsWith('text/plain') ? request.responseText : `HTTP ${request.status}`);
  request.onerror = () => end('Refused', '');
  request.onabort = () => end('Aborted');
  request.open('POST', address);
  request.setRequestHeader('RequestVerificationToken', zone.querySelector('input[name=__RequestVerificationToken]').value);
  request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  tell(0);
  request.send(file);
}
